package linxi.command.attribution;

/**
 * Exact {@code ⌊amount × weight ÷ total⌋} where the product needs 128 bits, without an object per household.
 *
 * <p>A quotient estimated in floating point is only a first guess: the remainder is then computed exactly in 128 bits,
 * and the guess corrected until the remainder lies in [0, total). Within {@link #LIMIT} the guess is off by less than
 * 2¹², so that the correction is itself exact to one unit and the last remainder fits a long.
 */
final class Proportion {
    /** Amounts and totals up to here keep every intermediate exact; 10¹² fen in micro-fen is less than half of it. */
    static final long LIMIT = 1L << 61;

    private static final double TWO_TO_64 = 0x1p64;

    private Proportion() {}

    /** Requires 0 ≤ amount ≤ LIMIT, 0 ≤ weight ≤ total ≤ LIMIT and total above 0. */
    static long floor(long amount, long weight, long total) {
        long high = Math.multiplyHigh(amount, weight);
        long low = amount * weight;
        if (high == 0 && low >= 0) {
            return low / total;
        }
        long guess = (long) ((double) amount * (double) weight / (double) total);
        long guessedLow = guess * total;
        long borrow = Long.compareUnsigned(low, guessedLow) < 0 ? 1 : 0;
        long restHigh = high - Math.multiplyHigh(guess, total) - borrow;
        long restLow = low - guessedLow;
        double rest = (double) restHigh * TWO_TO_64 + unsigned(restLow);
        long correction = (long) Math.floor(rest / (double) total);
        return settle(guess + correction, restLow - correction * total, total);
    }

    private static long settle(long quotient, long remainder, long total) {
        long exact = quotient;
        long rest = remainder;
        while (rest < 0) {
            rest += total;
            exact--;
        }
        while (rest >= total) {
            rest -= total;
            exact++;
        }
        return exact;
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? (double) bits : (double) bits + TWO_TO_64;
    }
}
