package linxi.command.attribution;

import java.math.BigInteger;

/** Exact {@code ⌊amount × weight ÷ total⌋} where the product may need more than 64 bits. */
final class Proportion {
    /** Amounts and totals up to here; 10¹² fen in micro-fen is less than half of it. */
    static final long LIMIT = 1L << 61;

    private Proportion() {}

    /** Requires 0 ≤ amount ≤ LIMIT, 0 ≤ weight ≤ total ≤ LIMIT and total above 0. */
    static long floor(long amount, long weight, long total) {
        long low = amount * weight;
        if (Math.multiplyHigh(amount, weight) == 0 && low >= 0) {
            return low / total; // the product fits a long
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(total))
                .longValueExact();
    }
}
