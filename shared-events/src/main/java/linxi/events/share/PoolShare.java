package linxi.events.share;

/**
 * What the households of one pool get: entitlements by largest remainder in micro-fen, their whole fen paid, and the
 * missing fen one each to those to whom most is owed (the carry with the rest); ties to the earlier one.
 */
public final class PoolShare {
    /** Micro-fen in a fen. */
    public static final long MICRO = 1_000_000;

    private final long[] entitlements;
    private final long[] paid;
    private final long[] owed;
    private final int missing;

    private PoolShare(long[] entitlements, long[] paid, long[] owed, int missing) {
        this.entitlements = entitlements;
        this.paid = paid;
        this.owed = owed;
        this.missing = missing;
    }

    /**
     * @param amount fen, not negative; of a pool that takes back, without its sign
     * @param weights above 0, in the ASCII order of the households
     * @param carried what each has, in micro-fen; of a pool that takes back, negated
     * @throws IllegalArgumentException where a figure is beyond what the domain allows
     */
    public static PoolShare of(long amount, long[] weights, long[] carried) {
        var entitlements = LargestRemainder.share(Math.multiplyExact(amount, MICRO), weights);
        var paid = new long[entitlements.length];
        var owed = new long[entitlements.length];
        long missing = amount;
        for (int i = 0; i < paid.length; i++) {
            paid[i] = entitlements[i] / MICRO;
            owed[i] = carried[i] + entitlements[i] - paid[i] * MICRO;
            missing -= paid[i];
        }
        int few = Math.toIntExact(missing);
        LargestRemainder.oneMoreToLargest(paid, owed, few);
        return new PoolShare(entitlements, paid, owed, few);
    }

    /** How many households there are. */
    public int size() {
        return paid.length;
    }

    /** The exact share, in micro-fen. */
    public long entitlement(int place) {
        return entitlements[place];
    }

    /** Fen. */
    public long paid(int place) {
        return paid[place];
    }

    /** By how much the carry moves, in micro-fen: entitled − paid. */
    public long moved(int place) {
        return entitlements[place] - paid[place] * MICRO;
    }

    /** What was owed beyond the whole fen of the entitlement when the missing fen were given, in micro-fen. */
    public long owed(int place) {
        return owed[place];
    }

    /** How many fen the whole ones left over. */
    public int missing() {
        return missing;
    }

    /** From 1: where one stands among all when the missing fen are given, of equals the earlier one first. */
    public int rank(int place) {
        int before = 0;
        for (int i = 0; i < owed.length; i++) {
            before += owed[i] > owed[place] || (owed[i] == owed[place] && i < place) ? 1 : 0;
        }
        return before + 1;
    }
}
