package linxi.events;

import java.math.BigInteger;

/**
 * Fen per unit or pack, as agreed.
 *
 * @param fen above 0
 * @param per the unit or pack it was stated in, as shown to people
 * @param contains how many base units one {@code per} is, fixed when the price was recorded
 */
public record Price(long fen, String per, long contains) {
    /**
     * What a quantity of {@code amount} base units costs: rounded half-up to a fen, once. One of the two places where
     * this system rounds (domain rules, "Units").
     *
     * @param amount not negative: what is taken back is the difference of two amounts, so that halves never round twice
     * @throws ArithmeticException if the amount does not fit a long
     */
    public Money of(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount below 0: " + amount);
        }
        var exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(fen));
        var unit = BigInteger.valueOf(contains);
        var twice = exact.shiftLeft(1).add(unit).divide(unit.shiftLeft(1));
        return Money.ofFen(twice.longValueExact());
    }
}
