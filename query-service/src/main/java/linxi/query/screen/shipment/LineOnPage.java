package linxi.query.screen.shipment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import linxi.events.BaseUnit;
import linxi.query.Amount;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.shipment.ShipmentAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One lot of a shipment, for its page and the forms on it.
 *
 * @param typed what the clerk typed; null where nobody knows
 * @param amounts what the market said, and what came back, by kind
 * @param left what no receipt has spoken of yet, in base units
 * @param away what was rejected and is not back at the origin, in the unit of the fields
 * @param input what each number field begins with when this is corrected, in the unit of the fields
 */
record LineOnPage(
        String lot,
        String product,
        Shown dispatched,
        @Nullable String typed,
        List<ShipmentRow.Difference> amounts,
        @Nullable String reason,
        @Nullable Shown price,
        Shown gross,
        BaseUnit baseUnit,
        String unit,
        long scale,
        long load,
        long left,
        String away,
        Input input) {

    /** Decimals as fields show them. */
    record Input(String shortage, String rejected, String lost, String over) {}

    static LineOnPage of(ShipmentAnswer.Line it, Reader reader) {
        var base = it.dispatched().unit();
        long said = it.accepted().amount()
                + it.shortage().amount()
                + it.rejected().amount()
                + it.lost().amount();
        return new LineOnPage(
                it.lot().value(),
                reader.name(it.product()),
                reader.figures().amount(it.dispatched()),
                it.dispatched().entered(),
                amounts(it, reader),
                it.reason(),
                it.price() == null ? null : reader.figures().price(it.price()),
                reader.figures().money(it.gross()),
                base,
                reader.figures().unit(base == BaseUnit.PIECE ? "PIECE" : "KILOGRAM"),
                scale(base),
                it.dispatched().amount(),
                it.dispatched().amount() + it.over().amount() - said,
                input(Amount.of(it.rejected().amount() - it.returnedToOrigin().amount(), base)),
                new Input(input(it.shortage()), input(it.rejected()), input(it.lost()), input(it.over())));
    }

    private static List<ShipmentRow.Difference> amounts(ShipmentAnswer.Line it, Reader reader) {
        var all = new ArrayList<ShipmentRow.Difference>();
        var figures = reader.figures();
        all.add(new ShipmentRow.Difference("accepted", figures.amount(it.accepted())));
        all.add(new ShipmentRow.Difference("short", figures.amount(it.shortage())));
        all.add(new ShipmentRow.Difference("rejected", figures.amount(it.rejected())));
        all.add(new ShipmentRow.Difference("lost", figures.amount(it.lost())));
        all.add(new ShipmentRow.Difference("over", figures.amount(it.over())));
        all.add(new ShipmentRow.Difference("returned", figures.amount(it.returned())));
        return all;
    }

    /** People weigh in kilograms; a field of grams would invite three noughts too many. */
    private static long scale(BaseUnit base) {
        return base == BaseUnit.PIECE ? 1 : 1_000;
    }

    private static String input(Amount amount) {
        return BigDecimal.valueOf(amount.amount())
                .divide(BigDecimal.valueOf(scale(amount.unit())))
                .stripTrailingZeros()
                .toPlainString();
    }
}
