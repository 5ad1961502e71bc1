package linxi.query.lot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.model.Filters;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import linxi.events.BaseUnit;
import linxi.events.BusinessDay;
import linxi.events.HouseholdKey;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.ShipmentId;
import linxi.query.Amount;
import linxi.query.Asked;
import linxi.query.Named;
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

/** Answers {@code GET /api/lots} and {@code /api/lots/{id}}. {@code left=true} asks for lots with something left. */
public final class Lots {
    private final View<LotDocument> view;
    private final View<LotHistory> histories;
    private final Register register;

    public Lots(Views views, Register register) {
        this.view = views.of(new LotProjection().name(), LotDocument.class);
        this.histories = views.of(new LotHistoryProjection().name(), LotHistory.class);
        this.register = register;
    }

    public Page<Answer> list(Asked asked) {
        return list(asked, null);
    }

    /** @param held whether those that are held, or those that are not; null for both */
    public Page<Answer> list(Asked asked, @Nullable Boolean held) {
        var filters = filters(asked);
        if (held != null) {
            filters.add(Filters.exists("held", held));
        }
        var list = NewestFirst.of(asked);
        asked.nothingElse();
        var page = list.page(view, filters, it -> new NewestFirst.Place(it.at(), it.position()));
        var names = names(page.items());
        return page.map(it -> Answer.of(it, names));
    }

    /** Whether the question, without a page of it, is about more than that. */
    public boolean areMoreThan(int most, Asked asked) {
        var filters = filters(asked);
        asked.nothingElse();
        return view.hasMoreThan(most, filters.isEmpty() ? Filters.empty() : Filters.and(filters));
    }

    private static List<Bson> filters(Asked asked) {
        var filters = new ArrayList<Bson>();
        var origin = asked.id("origin", PartyId::new);
        if (origin != null) {
            filters.add(Filters.eq("origin", origin.value()));
        }
        var product = asked.id("product", ProductId::new);
        if (product != null) {
            filters.add(Filters.eq("product", product.value()));
        }
        var left = asked.flag("left");
        if (left != null) {
            filters.add(left ? Filters.gt("left", 0L) : Filters.lte("left", 0L));
        }
        return filters;
    }

    /** @throws Refused where there is none */
    public Answer one(String id) {
        var found = register.anywhere(view, id);
        if (found == null) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, id);
        }
        return Answer.of(found, names(List.of(found)));
    }

    /** What happened to a lot, oldest first, with the names of whoever acted. */
    public Past past(Answer lot) {
        var found = histories.get(lot.origin().id(), lot.id().value());
        var moments = found == null ? List.<LotMoment>of() : found.moments();
        var actors = moments.stream()
                .map(LotMoment::by)
                .filter(Objects::nonNull)
                .distinct()
                .map(PartyId::new)
                .toList();
        var names = register.names(actors, List.of());
        return new Past(moments, actors.stream().collect(Collectors.toMap(PartyId::value, names::party)));
    }

    /** @param actors by id */
    public record Past(List<LotMoment> moments, Map<String, Named> actors) {}

    /** Null where there is none. */
    public @Nullable LotDocument find(LotId id) {
        return register.anywhere(view, id.value());
    }

    /** Those of one origin, by id. */
    public Map<String, LotDocument> of(PartyId origin, Collection<LotId> ids) {
        return view.all(origin.value(), ids.stream().map(LotId::value).toList());
    }

    /** What was commissioned of these products, and on how many days of production. */
    public Output output(Collection<String> products) {
        var days = new HashSet<LocalDate>();
        var amount = new AtomicLong();
        view.each(Filters.in("product", products), lot -> {
            days.add(BusinessDay.of(lot.producedAt()));
            amount.addAndGet(lot.quantity().amount());
        });
        return new Output(BigDecimal.valueOf(amount.get()), days.size());
    }

    /** @param amount in base units */
    public record Output(BigDecimal amount, int days) {}

    private Names names(List<LotDocument> lots) {
        return register.names(
                lots.stream().map(LotDocument::origin).toList(),
                lots.stream().map(LotDocument::product).toList());
    }

    /**
     * A lot, and where it went.
     *
     * @param reason why it is held
     * @param shipments what each of them holds of it
     */
    public record Answer(
            LotId id,
            Named origin,
            Named product,
            Amount quantity,
            List<Brought> contributions,
            Amount left,
            List<Went> shipments,
            boolean held,
            @Nullable String reason,
            Instant producedAt,
            Instant at) {
        static Answer of(LotDocument it, Names names) {
            BaseUnit unit = it.quantity().unit();
            return new Answer(
                    it.id(),
                    names.party(it.origin()),
                    names.product(it.product()),
                    Amount.of(it.quantity(), it.entered()),
                    it.contributions().stream()
                            .map(one -> new Brought(one.household(), Amount.of(one.amount(), unit)))
                            .toList(),
                    Amount.of(it.left(), unit),
                    it.taken().stream()
                            .map(one -> new Went(one.shipment(), Amount.of(one.amount(), unit)))
                            .toList(),
                    it.held() != null,
                    it.held(),
                    it.producedAt(),
                    it.at());
        }
    }

    /** What one household brought. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Brought(HouseholdKey household, Amount quantity) {}

    /** What one shipment took. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Went(ShipmentId shipment, Amount quantity) {}
}
