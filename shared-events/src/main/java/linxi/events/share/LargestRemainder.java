package linxi.events.share;

/**
 * Shares a whole amount by weights so that the shares add up to it: floor each exact share, then one more to each of
 * the largest remainders; ties go to the earlier one, so callers pass weights in the ASCII order of their keys.
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * @param amount not negative
     * @param weights none negative; one without weight gets nothing
     * @throws IllegalArgumentException where all weights are 0, or a figure is beyond what the domain allows
     */
    public static long[] share(long amount, long[] weights) {
        long total = 0;
        for (long weight : weights) {
            total = Math.addExact(total, weight);
        }
        if (amount < 0 || amount > Proportion.LIMIT || total <= 0 || total > Proportion.LIMIT) {
            throw new IllegalArgumentException("cannot share " + amount + " by weights that sum to " + total);
        }
        var proportion = Proportion.of(amount, total);
        var shares = new long[weights.length];
        var remainders = new long[weights.length];
        long missing = amount;
        for (int i = 0; i < weights.length; i++) {
            shares[i] = proportion.floor(weights[i]);
            remainders[i] = proportion.remainder(weights[i], shares[i]);
            missing -= shares[i];
        }
        oneMoreToLargest(shares, remainders, Math.toIntExact(missing));
        return shares;
    }

    /** One more to each of the {@code count} shares with the largest ranks; the earlier one of equals first. */
    static void oneMoreToLargest(long[] shares, long[] ranks, int count) {
        if (count == 0) {
            return;
        }
        long least = Largest.nth(ranks, count);
        int equals = count;
        for (int i = 0; i < ranks.length; i++) {
            int more = ranks[i] > least ? 1 : 0;
            shares[i] += more;
            equals -= more;
        }
        for (int i = 0; equals > 0; i++) {
            if (ranks[i] == least) {
                shares[i]++;
                equals--;
            }
        }
    }
}
