package linxi.command.attribution;

import java.util.ArrayDeque;
import java.util.Map;
import linxi.events.HouseholdAmounts;
import linxi.events.LotId;

/** What weight households have in ORDER_PURCHASE. */
final class Contributed {
    private Contributed() {}

    /**
     * Each lot's gross in micro-fen, shared among its contributors; a household's weight is the sum over the lots.
     *
     * @param gross in fen, of lots with contributions
     */
    static HouseholdAmounts weights(Map<LotId, Long> gross, Map<LotId, HouseholdAmounts> contributions) {
        var parts = new ArrayDeque<HouseholdAmounts>();
        gross.forEach((lot, fen) -> {
            var contributed = contributions.getOrDefault(lot, HouseholdAmounts.none());
            long micro = Math.multiplyExact(fen, Sharing.MICRO);
            parts.add(contributed.withAmounts(LargestRemainder.share(micro, contributed.amounts())));
        });
        // Two by two, so that what 200 lots of different households say is copied eight times and not up to 200.
        while (parts.size() > 1) {
            parts.add(parts.remove().plus(parts.remove()));
        }
        return parts.isEmpty() ? HouseholdAmounts.none() : parts.remove();
    }
}
