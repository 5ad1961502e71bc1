package linxi.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;

/**
 * A whole number for each of some households, in ASCII order of their keys: weights, carries in micro-fen, or what was
 * brought in base units, as the owner says. Nobody can change it. It is flat, so that two of them are walked through
 * side by side instead of looked up household by household, and takes a fifth of a tree's memory.
 */
public final class HouseholdAmounts extends ByHousehold {
    private static final HouseholdAmounts NONE = new HouseholdAmounts(new HouseholdKey[0], new long[0]);

    /** Ascending, each once. */
    private final HouseholdKey[] households;

    private final long[] amounts;

    private HouseholdAmounts(HouseholdKey[] households, long[] amounts) {
        this.households = households;
        this.amounts = amounts;
    }

    public static HouseholdAmounts none() {
        return NONE;
    }

    public static HouseholdAmounts copyOf(Map<HouseholdKey, Long> map) {
        if (map instanceof HouseholdAmounts flat) {
            return flat;
        }
        var sorted =
                map instanceof SortedMap<HouseholdKey, Long> one && one.comparator() == null ? one : new TreeMap<>(map);
        var households = new HouseholdKey[sorted.size()];
        var amounts = new long[households.length];
        int size = 0;
        for (var entry : sorted.entrySet()) {
            households[size] = SharedKeys.of(entry.getKey());
            amounts[size++] = entry.getValue();
        }
        return new HouseholdAmounts(households, amounts);
    }

    /** In any order; what a household brought in several times counts together. */
    public static HouseholdAmounts of(List<Contribution> contributions) {
        var sums = new TreeMap<HouseholdKey, Long>();
        contributions.forEach(one -> sums.merge(one.household(), one.amount(), Math::addExact));
        return copyOf(sums);
    }

    @Override
    public int size() {
        return amounts.length;
    }

    /** By position, from 0. */
    @Override
    public HouseholdKey household(int index) {
        return households[index];
    }

    /** By position, from 0. */
    @Override
    public long amount(int index) {
        return amounts[index];
    }

    /** In the order of the households; the caller's own. */
    public long[] amounts() {
        return amounts.clone();
    }

    /**
     * The same households with other amounts, in their order.
     *
     * @throws IllegalArgumentException where there are more or fewer of them
     */
    public HouseholdAmounts withAmounts(long[] others) {
        if (others.length != amounts.length) {
            throw new IllegalArgumentException(others.length + " amounts for " + amounts.length + " households");
        }
        return new HouseholdAmounts(households, others.clone());
    }

    /** Those at the positions that {@code kept} names. */
    public HouseholdAmounts where(IntPredicate kept) {
        var keys = new HouseholdKey[size()];
        var values = new long[size()];
        int size = 0;
        for (int i = 0; i < size(); i++) {
            if (kept.test(i)) {
                keys[size] = households[i];
                values[size++] = amounts[i];
            }
        }
        return size == size() ? this : new HouseholdAmounts(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
    }

    /** Those at the positions from {@code from} to before {@code to}. */
    @Override
    public HouseholdAmounts slice(int from, int to) {
        return from == 0 && to == size()
                ? this
                : new HouseholdAmounts(Arrays.copyOfRange(households, from, to), Arrays.copyOfRange(amounts, from, to));
    }

    /**
     * Both: where a household stands in both, the sum.
     *
     * @throws ArithmeticException where a sum does not fit a {@code long}
     */
    public HouseholdAmounts plus(HouseholdAmounts others) {
        return union(others, Math::addExact);
    }

    /** Both: where a household stands in both, the other's amount. */
    public HouseholdAmounts replacedBy(HouseholdAmounts others) {
        return union(others, (_, other) -> other);
    }

    private HouseholdAmounts union(HouseholdAmounts others, LongBinaryOperator both) {
        // Lots, members and carries of one village mostly name the same households; then one list of them will do.
        if (Arrays.equals(households, others.households)) {
            var values = new long[size()];
            Arrays.setAll(values, i -> both.applyAsLong(amounts[i], others.amounts[i]));
            return new HouseholdAmounts(households, values);
        }
        var keys = new HouseholdKey[size() + others.size()];
        var values = new long[keys.length];
        int mine = 0;
        int theirs = 0;
        int size = 0;
        while (mine < size() || theirs < others.size()) {
            int order = order(mine, others, theirs);
            keys[size] = order <= 0 ? households[mine] : others.households[theirs];
            values[size++] = order == 0
                    ? both.applyAsLong(amounts[mine], others.amounts[theirs])
                    : order < 0 ? amounts[mine] : others.amounts[theirs];
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return new HouseholdAmounts(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
    }

    /** What each of the others' households has here, in their order; 0 where it is not here. */
    public long[] amountsOf(HouseholdAmounts others) {
        var found = new long[others.size()];
        int mine = 0;
        for (int theirs = 0; theirs < found.length; theirs++) {
            int order = order(mine, others, theirs);
            while (order < 0) {
                order = order(++mine, others, theirs);
            }
            if (order == 0) {
                found[theirs] = amounts[mine++];
            }
        }
        return found;
    }

    /** Which of two households comes first; one that is past the end comes last. */
    @SuppressWarnings("ReferenceEquality")
    private int order(int mine, HouseholdAmounts others, int theirs) {
        if (mine == households.length) {
            return 1;
        }
        if (theirs == others.households.length) {
            return -1;
        }
        var one = households[mine];
        var other = others.households[theirs];
        return one == other ? 0 : one.compareTo(other);
    }

    @Override
    int place(HouseholdKey household) {
        return Arrays.binarySearch(households, household);
    }
}
