package linxi.query.screen.settlement;

import java.math.BigDecimal;
import java.util.List;
import linxi.events.BaseUnit;
import linxi.query.Amount;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.settlement.SettlementState;
import linxi.query.shipment.Kept;
import org.jspecify.annotations.Nullable;

/**
 * A shipment of a settlement, or one that may come into one.
 *
 * @param gross its part of the settlement's; null where the settlement is reversed, since it may be in another by now
 */
record Part(
        String id,
        @Nullable String day,
        String products,
        Shown quantity,
        @Nullable Shown gross,
        List<Line> lines) {

    /**
     * A lot of it, of which something may come back.
     *
     * @param most of it, in the unit of the field
     * @param scale how many base units one of the field's is
     */
    record Line(String lot, String product, Shown shown, String most, BaseUnit baseUnit, String unit, long scale) {}

    static List<Part> of(List<Kept> shipments, SettlementState state, Reader reader) {
        return shipments.stream()
                .map(it -> of(it, state != SettlementState.REVERSED, reader))
                .toList();
    }

    static Part of(Kept it, boolean counts, Reader reader) {
        var day = it.receivedOn();
        return new Part(
                it.id().value(),
                day == null ? null : day.toString(),
                String.join(
                        ", ",
                        it.lines().stream()
                                .map(line -> reader.name(line.product()))
                                .distinct()
                                .toList()),
                reader.figures().amounts(Amount.sums(it.lines().stream().map(Kept.Line::quantity))),
                counts ? reader.figures().money(it.gross()) : null,
                it.lines().stream()
                        .filter(line -> line.quantity().amount() > 0)
                        .map(line -> line(line, reader))
                        .toList());
    }

    private static Line line(Kept.Line it, Reader reader) {
        var kept = it.quantity();
        long scale = kept.unit() == BaseUnit.PIECE ? 1 : 1_000;
        return new Line(
                it.lot().value(),
                reader.name(it.product()),
                reader.figures().amount(kept),
                BigDecimal.valueOf(kept.amount())
                        .divide(BigDecimal.valueOf(scale))
                        .stripTrailingZeros()
                        .toPlainString(),
                kept.unit(),
                reader.figures().unit(kept.unit() == BaseUnit.PIECE ? "PIECE" : "KILOGRAM"),
                scale);
    }
}
