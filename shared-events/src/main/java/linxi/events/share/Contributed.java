package linxi.events.share;

import java.util.ArrayDeque;
import java.util.Map;
import linxi.events.HouseholdAmounts;
import linxi.events.LotId;

/** What weight households have in ORDER_PURCHASE. */
public final class Contributed {
    private Contributed() {}

    /**
     * Each lot's gross in micro-fen, shared among its contributors; a household's weight is the sum over the lots.
     *
     * @param gross in fen, of lots with contributions
     */
    public static HouseholdAmounts weights(Map<LotId, Long> gross, Map<LotId, HouseholdAmounts> contributions) {
        var parts = new ArrayDeque<HouseholdAmounts>();
        gross.forEach((lot, fen) -> {
            var contributed = contributions.getOrDefault(lot, HouseholdAmounts.none());
            parts.add(weights(fen, contributed));
        });
        // Two by two, so that what 200 lots of different households say is copied eight times and not up to 200.
        while (parts.size() > 1) {
            parts.add(parts.remove().plus(parts.remove()));
        }
        return parts.isEmpty() ? HouseholdAmounts.none() : parts.remove();
    }

    /**
     * What each contributor weighs by one lot.
     *
     * @param gross of the lot, in fen
     * @param contributed not empty
     */
    public static HouseholdAmounts weights(long gross, HouseholdAmounts contributed) {
        long micro = Math.multiplyExact(gross, PoolShare.MICRO);
        return contributed.withAmounts(LargestRemainder.share(micro, contributed.amounts()));
    }
}
