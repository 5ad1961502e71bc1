package linxi.query.export;

import java.util.function.Function;
import linxi.events.HouseholdKey;
import linxi.query.household.Households;
import linxi.query.settlement.SettlementSummary;

/** Tables with a line for each thing that there is. */
final class RegisterTables {
    private RegisterTables() {}

    static Table<SettlementSummary> settlements(Words words, String title) {
        return new Table<SettlementSummary>(words, title)
                .with("settlement", it -> Cell.text(it.id().value()))
                .with("state", it -> words.constant("state", it.state()))
                .with("origin.id", it -> Cell.text(it.origin().id()))
                .with("origin", it -> words.name(it.origin()))
                .with("market.id", it -> Cell.text(it.market().id()))
                .with("market", it -> words.name(it.market()))
                .with("opened", it -> Cell.moment(it.at()))
                .with("shipments.count", it -> Cell.count(it.shipments().size()))
                .with("gross", it -> Cell.yuan(it.gross()))
                .with("net", it -> Cell.yuan(it.net()))
                .with("returned", it -> Cell.yuan(it.returned()))
                .with("unattributed", it -> Cell.yuan(it.unattributed()));
    }

    /** @param shown a household's key, or the pseudonym that stands for it */
    static Table<Households.Answer> households(Words words, String title, Function<HouseholdKey, String> shown) {
        return new Table<Households.Answer>(words, title)
                .with("household", it -> Cell.text(shown.apply(it.id())))
                .with("village.id", it -> Cell.text(it.village().id()))
                .with("village", it -> words.name(it.village()))
                .with("status", it -> words.constant("status", it.status()))
                .with("registered", it -> Cell.moment(it.at()));
    }
}
