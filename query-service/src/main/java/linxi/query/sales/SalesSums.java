package linxi.query.sales;

import com.fasterxml.jackson.annotation.JsonProperty;
import linxi.events.Money;
import linxi.events.Tally;

/**
 * What adds up, in one base unit and in fen. All of SALE shipments except {@code donated}.
 *
 * @param quantity accepted, less what was returned after sale
 * @param shortage never loaded ("short")
 */
public record SalesSums(
        long quantity,
        long gross,
        long dispatched,
        @JsonProperty("short") long shortage,
        long rejected,
        long lost,
        long over,
        long donated) {
    static final SalesSums NONE = new SalesSums(0, 0, 0, 0, 0, 0, 0, 0);

    static SalesSums sold(long dispatched, Tally tally, long gross) {
        return new SalesSums(
                tally.accepted(), gross, dispatched, tally.shortage(), tally.rejected(), tally.lost(), tally.over(), 0);
    }

    static SalesSums donated(long accepted) {
        return new SalesSums(0, 0, 0, 0, 0, 0, 0, accepted);
    }

    static SalesSums returned(long amount, Money gross) {
        return new SalesSums(-amount, -gross.fen(), 0, 0, 0, 0, 0, 0);
    }

    public SalesSums plus(SalesSums more) {
        return new SalesSums(
                Math.addExact(quantity, more.quantity),
                Math.addExact(gross, more.gross),
                Math.addExact(dispatched, more.dispatched),
                Math.addExact(shortage, more.shortage),
                Math.addExact(rejected, more.rejected),
                Math.addExact(lost, more.lost),
                Math.addExact(over, more.over),
                Math.addExact(donated, more.donated));
    }

    SalesSums minus(SalesSums less) {
        return plus(new SalesSums(
                -less.quantity,
                -less.gross,
                -less.dispatched,
                -less.shortage,
                -less.rejected,
                -less.lost,
                -less.over,
                -less.donated));
    }

    /** Whether any of it is of a sale. */
    boolean ofSales() {
        return (quantity | gross | dispatched | shortage | rejected | lost | over) != 0;
    }
}
