package linxi.command.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import linxi.events.Contribution;
import linxi.events.HouseholdKey;
import linxi.events.LotId;

/** The households with weight above 0 in a pool, in ASCII order of their keys, and the weight of each. */
final class Weights {
    /** Micro-fen in a fen. */
    static final long MICRO = 1_000_000;

    private final HouseholdKey[] households;
    private final long[] weights;

    private Weights(HouseholdKey[] households, long[] weights) {
        this.households = households;
        this.weights = weights;
    }

    static Weights ofMembers(SortedMap<HouseholdKey, Long> members) {
        var sorted = members.entrySet().stream()
                .filter(member -> member.getValue() > 0)
                .toList();
        var households = new HouseholdKey[sorted.size()];
        var weights = new long[sorted.size()];
        for (int i = 0; i < weights.length; i++) {
            households[i] = sorted.get(i).getKey();
            weights[i] = sorted.get(i).getValue();
        }
        return new Weights(households, weights);
    }

    /**
     * Each lot's gross in micro-fen, shared among its contributors; a household's weight is the sum over the lots.
     *
     * @param gross in fen, of lots with contributions
     */
    static Weights ofLots(Map<LotId, Long> gross, Map<LotId, List<Contribution>> contributions) {
        var sums = new HashMap<HouseholdKey, Long>();
        gross.forEach((lot, fen) -> {
            var contributors = contributions.getOrDefault(lot, List.of()).stream()
                    .sorted((one, other) -> one.household().compareTo(other.household()))
                    .toList();
            var amounts = contributors.stream().mapToLong(Contribution::amount).toArray();
            var shares = LargestRemainder.share(Math.multiplyExact(fen, MICRO), amounts);
            for (int i = 0; i < shares.length; i++) {
                sums.merge(contributors.get(i).household(), shares[i], Math::addExact);
            }
        });
        var households = sums.entrySet().stream()
                .filter(sum -> sum.getValue() > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toArray(HouseholdKey[]::new);
        var weights = new long[households.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sums.getOrDefault(households[i], 0L);
        }
        return new Weights(households, weights);
    }

    boolean isEmpty() {
        return weights.length == 0;
    }

    int size() {
        return weights.length;
    }

    HouseholdKey household(int index) {
        return households[index];
    }

    long[] share(long amount) {
        return LargestRemainder.share(amount, weights);
    }
}
