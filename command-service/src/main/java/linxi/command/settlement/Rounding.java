package linxi.command.settlement;

import java.math.BigInteger;

/** One of the two places where this system rounds: an amount, half-up to a fen, once. */
final class Rounding {
    private Rounding() {}

    /** {@code amount × part ÷ whole}, none negative, whole above 0. */
    static long halfUp(long amount, long part, long whole) {
        var divisor = BigInteger.valueOf(whole);
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .shiftLeft(1)
                .add(divisor)
                .divide(divisor.shiftLeft(1))
                .longValueExact();
    }
}
