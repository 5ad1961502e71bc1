package linxi.query.sales;

import static linxi.query.sales.SalesReportTest.amount;

import java.util.List;
import linxi.events.BaseUnit;
import linxi.query.Amount;

/** What is compared, by base unit where it has one. */
record Figures(long grams, long pieces, long gross, long shipments, long donated, long dispatched, long notTaken) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    static Figures of(SalesGroup group) {
        long notTaken = 0;
        for (var unit : BaseUnit.values()) {
            notTaken += amount(group.shortage(), unit)
                    + 3 * amount(group.rejected(), unit)
                    + 5 * amount(group.lost(), unit)
                    + 7 * amount(group.over(), unit);
        }
        return new Figures(
                amount(group.quantities(), BaseUnit.GRAM),
                amount(group.quantities(), BaseUnit.PIECE),
                group.gross().fen(),
                group.shipments(),
                both(group.donated()),
                both(group.dispatched()),
                notTaken);
    }

    private static long both(List<Amount> amounts) {
        return amount(amounts, BaseUnit.GRAM) + amount(amounts, BaseUnit.PIECE);
    }

    Figures plus(Figures it) {
        return new Figures(
                grams + it.grams,
                pieces + it.pieces,
                gross + it.gross,
                shipments + it.shipments,
                donated + it.donated,
                dispatched + it.dispatched,
                notTaken + it.notTaken);
    }
}
