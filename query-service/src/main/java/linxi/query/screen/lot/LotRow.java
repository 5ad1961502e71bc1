package linxi.query.screen.lot;

import linxi.events.BusinessDay;
import linxi.query.lot.Lots;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;

/**
 * A lot in the list.
 *
 * @param contributions how many households brought it
 */
record LotRow(
        String id,
        String origin,
        String product,
        Shown quantity,
        Shown left,
        boolean empty,
        boolean held,
        String contributions,
        String day) {
    static LotRow of(Lots.Answer it, Reader reader) {
        var figures = reader.figures();
        return new LotRow(
                it.id().value(),
                reader.name(it.origin()),
                reader.name(it.product()),
                figures.amount(it.quantity()),
                figures.amount(it.left()),
                it.left().amount() == 0,
                it.held(),
                figures.count(it.contributions().size()),
                BusinessDay.of(it.producedAt()).toString());
    }
}
