package linxi.query.shipment;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.list.NewestFirst;
import linxi.query.list.Page;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Names;
import linxi.query.names.Register;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET /api/shipments} and {@code /api/shipments/{id}}. */
public final class Shipments {
    private final View<ShipmentDocument> view;
    private final Register register;

    public Shipments(Views views, Register register) {
        this.view = views.of(new ShipmentProjection().name(), ShipmentDocument.class);
        this.register = register;
    }

    public Page<ShipmentSummary> list(Asked asked) {
        var filters = filters(asked);
        var list = NewestFirst.of(asked);
        asked.nothingElse();
        var page = list.page(view, filters, it -> new NewestFirst.Place(it.at(), it.position()));
        var names = names(page.items());
        return page.map(it -> ShipmentSummary.of(it, names));
    }

    /** Whether the question, without a page of it, is about more than that. */
    public boolean areMoreThan(int most, Asked asked) {
        var filters = filters(asked);
        asked.nothingElse();
        return view.hasMoreThan(most, filters.isEmpty() ? Filters.empty() : Filters.and(filters));
    }

    /** @throws Refused where there is none */
    public ShipmentAnswer one(String id) {
        var found = register.anywhere(view, id);
        if (found == null) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, id);
        }
        return ShipmentAnswer.of(found, names(List.of(found)));
    }

    /** What is kept of these of one origin, in their order; those that there are not are left out. */
    public List<Kept> kept(PartyId origin, List<ShipmentId> ids) {
        var found = view.all(origin.value(), ids.stream().map(ShipmentId::value).toList());
        return kept(ids.stream()
                .map(id -> found.get(id.value()))
                .filter(Objects::nonNull)
                .toList());
    }

    /**
     * What may be settled: sales that were finally received, are in no settlement and not disputed, the oldest first.
     *
     * @param origin null for that of all
     * @param market null for all
     */
    public List<Kept> settleable(@Nullable PartyId origin, @Nullable PartyId market, int limit) {
        var filters = new ArrayList<>(List.of(
                Filters.in("state", ShipmentState.RECEIVED.name(), ShipmentState.RECEIVED_WITH_DISCREPANCY.name()),
                Filters.eq("kind", ShipmentKind.SALE.name()),
                Filters.eq("settled", false),
                Filters.ne("answer", ShipmentDocument.Answer.DISPUTED.name())));
        if (origin != null) {
            filters.add(Filters.eq("origin", origin.value()));
        }
        if (market != null) {
            filters.add(Filters.eq("market", market.value()));
        }
        return kept(view.find(Filters.and(filters), Sorts.ascending("at", "position"), limit));
    }

    private List<Kept> kept(List<ShipmentDocument> shipments) {
        var names = names(shipments);
        return shipments.stream().map(it -> Kept.of(it, names)).toList();
    }

    /** Null where there is none. */
    public @Nullable ShipmentDocument find(ShipmentId id) {
        return register.anywhere(view, id.value());
    }

    /** Those of one origin, by id, the newest first. */
    public List<ShipmentSummary> newestOf(PartyId origin, Collection<ShipmentId> ids) {
        var found = view.all(origin.value(), ids.stream().map(ShipmentId::value).toList()).values().stream()
                .sorted(Comparator.comparing(ShipmentDocument::at)
                        .thenComparing(ShipmentDocument::position)
                        .reversed())
                .toList();
        return summaries(found);
    }

    /** What is on its way, or at the market's gate, newest first. */
    public List<ShipmentSummary> underWay(Sides of, int most) {
        var states = Arrays.stream(ShipmentState.values())
                .filter(ShipmentState::isUnderWay)
                .map(ShipmentState::name)
                .toList();
        return newest(Filters.in("state", states), of, most);
    }

    /** What was finally received that day, newest first by when it was logged. */
    public List<ShipmentSummary> receivedOn(LocalDate day, Sides of, int most) {
        return newest(Filters.eq("receivedOn", day.toString()), of, most);
    }

    private List<ShipmentSummary> newest(Bson filter, Sides of, int most) {
        var filters = new ArrayList<>(List.of(filter));
        if (of.origin() != null) {
            filters.add(Filters.eq("origin", of.origin().value()));
        }
        if (of.market() != null) {
            filters.add(Filters.eq("market", of.market().value()));
        }
        return summaries(view.find(Filters.and(filters), Sorts.descending("at", "position"), most));
    }

    private List<ShipmentSummary> summaries(List<ShipmentDocument> found) {
        var names = names(found);
        return found.stream().map(it -> ShipmentSummary.of(it, names)).toList();
    }

    /** Who sends and who receives; null is anybody. */
    public record Sides(@Nullable PartyId origin, @Nullable PartyId market) {}

    /** Those of one origin, by id. */
    public Map<String, ShipmentDocument> of(PartyId origin, Collection<ShipmentId> ids) {
        return view.all(
                origin.value(), ids.stream().map(ShipmentId::value).distinct().toList());
    }

    private static List<Bson> filters(Asked asked) {
        var filters = new ArrayList<Bson>();
        var origin = asked.id("origin", PartyId::new);
        if (origin != null) {
            filters.add(Filters.eq("origin", origin.value()));
        }
        var market = asked.id("market", PartyId::new);
        if (market != null) {
            filters.add(Filters.eq("market", market.value()));
        }
        var state = asked.choice("state", ShipmentState.class);
        if (state != null) {
            filters.add(Filters.eq("state", state.name()));
        }
        var product = asked.id("product", ProductId::new);
        if (product != null) {
            filters.add(Filters.eq("lines.product", product.value()));
        }
        var settled = asked.flag("settled");
        if (settled != null) {
            filters.add(Filters.eq("settled", settled));
        }
        filters.addAll(NewestFirst.on(asked.days()));
        return filters;
    }

    private Names names(List<ShipmentDocument> shipments) {
        var parties = new ArrayList<PartyId>();
        var products = new ArrayList<ProductId>();
        for (var shipment : shipments) {
            parties.add(shipment.origin());
            parties.add(shipment.market());
            shipment.lines().forEach(line -> products.add(line.product()));
        }
        return register.names(parties, products);
    }
}
