package linxi.events.share;

import java.math.BigInteger;

/**
 * Exact {@code ⌊amount × weight ÷ total⌋} for any number of weights, though the product may need more than 64 bits.
 *
 * @param whole {@code ⌊amount ÷ total⌋}
 * @param fraction what {@code amount ÷ total} has behind the point, cut off after 64 binary places; unsigned
 */
record Proportion(long amount, long total, long whole, long fraction) {
    /** Amounts and totals up to here; 10¹² fen in micro-fen is less than half of it. */
    static final long LIMIT = 1L << 61;

    /** Requires 0 ≤ amount ≤ LIMIT and 0 < total ≤ LIMIT. */
    static Proportion of(long amount, long total) {
        long fraction = BigInteger.valueOf(amount % total)
                .shiftLeft(Long.SIZE)
                .divide(BigInteger.valueOf(total))
                .longValue();
        return new Proportion(amount, total, amount / total, fraction);
    }

    /** Requires 0 ≤ weight ≤ total. */
    long floor(long weight) {
        // What was cut off is below 2⁻⁶⁴, and the weight below 2⁶⁴: the sum is right or one too small.
        long floor = whole * weight + Math.unsignedMultiplyHigh(fraction, weight);
        return remainder(weight, floor) < total ? floor : floor + 1;
    }

    /** {@code amount × weight − share × total}. Both products wrap; the difference is below 2 × total and so is right. */
    long remainder(long weight, long share) {
        return amount * weight - share * total;
    }
}
