package linxi.query.shipment;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import linxi.events.PartyId;
import linxi.events.ProductId;
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
