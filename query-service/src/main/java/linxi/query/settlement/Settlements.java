package linxi.query.settlement;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import linxi.events.PartyId;
import linxi.events.SettlementId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.list.NewestFirst;
import linxi.query.list.Page;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Names;
import linxi.query.names.Register;
import org.bson.conversions.Bson;

/** Answers {@code GET /api/settlements} and {@code /api/settlements/{id}}. */
public final class Settlements {
    private final View<SettlementDocument> view;
    private final Register register;

    public Settlements(Views views, Register register) {
        this.view = views.of(new SettlementProjection().name(), SettlementDocument.class);
        this.register = register;
    }

    public Page<SettlementSummary> list(Asked asked) {
        return list(asked, Days.ALL);
    }

    /** Of those opened on some days. */
    public Page<SettlementSummary> list(Asked asked, Days opened) {
        var filters = filters(asked, opened);
        var list = NewestFirst.of(asked);
        asked.nothingElse();
        var page = list.page(view, filters, it -> new NewestFirst.Place(it.at(), it.position()));
        var names = names(page.items());
        return page.map(it -> SettlementSummary.of(it, names));
    }

    /** Whether the question, without a page of it, is about more than that. */
    public boolean areMoreThan(int most, Asked asked, Days opened) {
        var filters = filters(asked, opened);
        asked.nothingElse();
        return view.hasMoreThan(most, filters.isEmpty() ? Filters.empty() : Filters.and(filters));
    }

    private static List<Bson> filters(Asked asked, Days opened) {
        var filters = new ArrayList<Bson>();
        var origin = asked.id("origin", PartyId::new);
        if (origin != null) {
            filters.add(Filters.eq("origin", origin.value()));
        }
        var market = asked.id("market", PartyId::new);
        if (market != null) {
            filters.add(Filters.eq("market", market.value()));
        }
        var state = asked.choice("state", SettlementState.class);
        if (state != null) {
            filters.add(Filters.eq("state", state.name()));
        }
        filters.addAll(NewestFirst.on(opened));
        return filters;
    }

    /** @throws Refused where there is none */
    public SettlementAnswer one(String id) {
        var found = register.anywhere(view, id);
        if (found == null) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, id);
        }
        return SettlementAnswer.of(found, names(List.of(found)));
    }

    /** Those of one origin, by id. */
    public Map<String, SettlementDocument> of(PartyId origin, Collection<SettlementId> ids) {
        return view.all(
                origin.value(), ids.stream().map(SettlementId::value).distinct().toList());
    }

    private Names names(List<SettlementDocument> settlements) {
        var parties = new ArrayList<PartyId>();
        for (var settlement : settlements) {
            parties.add(settlement.origin());
            parties.add(settlement.market());
        }
        return register.names(parties, List.of());
    }
}
