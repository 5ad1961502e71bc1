package linxi.query.screen.settlement;

import linxi.events.BusinessDay;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.settlement.SettlementState;
import linxi.query.settlement.SettlementSummary;

/**
 * A settlement in the list.
 *
 * @param returned a dash where nothing came back
 */
record SettlementRow(
        String id,
        String origin,
        String market,
        SettlementState state,
        String shipments,
        Shown gross,
        Shown net,
        Shown returned,
        String day) {
    static SettlementRow of(SettlementSummary it, Reader reader) {
        var figures = reader.figures();
        return new SettlementRow(
                it.id().value(),
                reader.name(it.origin()),
                reader.name(it.market()),
                it.state(),
                figures.count(it.shipments().size()),
                figures.money(it.gross()),
                figures.money(it.net()),
                it.returned().fen() == 0 ? new Shown("–", "–") : figures.money(it.returned()),
                BusinessDay.of(it.at()).toString());
    }
}
