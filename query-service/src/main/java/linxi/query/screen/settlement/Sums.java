package linxi.query.screen.settlement;

import java.math.BigDecimal;
import java.util.List;
import linxi.events.Money;
import linxi.events.SettlementEvent.Deduction;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.settlement.SettlementAnswer;
import org.jspecify.annotations.Nullable;

/**
 * From gross to net, as one adds it up on paper.
 *
 * @param sold the gross at its opening
 * @param returned gross of what came back; null where nothing did
 * @param kept what is left of the gross
 * @param refund what the market has to get back; null where nothing
 */
record Sums(
        Shown sold,
        @Nullable Shown returned,
        Shown kept,
        List<Line> deductions,
        Shown deducted,
        Shown net,
        @Nullable Shown refund) {

    /**
     * A deduction, of what is kept.
     *
     * @param rate such as 12.5 %; null where it was stated in money
     */
    record Line(
            String kind,
            Shown amount,
            @Nullable String rate,
            @Nullable String evidence) {}

    static Sums of(SettlementAnswer it, Reader reader) {
        var figures = reader.figures();
        var refund = it.refundDue();
        var deducted = it.deductions().stream().map(Deduction::amount).reduce(Money.ZERO, Money::plus);
        return new Sums(
                figures.money(it.gross().plus(it.returned())),
                it.returned().fen() == 0 ? null : figures.money(it.returned().negated()),
                figures.money(it.gross()),
                it.deductions().stream().map(one -> line(one, reader)).toList(),
                figures.money(deducted.negated()),
                figures.money(it.net()),
                refund == null || refund.fen() == 0 ? null : figures.money(refund));
    }

    private static Line line(Deduction it, Reader reader) {
        var points = it.basisPoints();
        return new Line(
                it.kind().name(),
                reader.figures().money(it.amount().negated()),
                points == null
                        ? null
                        : BigDecimal.valueOf(points, 2).stripTrailingZeros().toPlainString() + "\u00a0%",
                it.evidence());
    }
}
