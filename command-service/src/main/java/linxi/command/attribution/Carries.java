package linxi.command.attribution;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.HouseholdAmounts;

/** The carries during one decision, in micro-fen: each pool sees what the one before left. */
final class Carries {
    private final Map<CarryKey, Carry> before;
    private final SortedMap<CarryKey, HouseholdAmounts> moved = new TreeMap<>();

    Carries(Map<CarryKey, Carry> before) {
        this.before = before;
    }

    /** What the households of one pool have now, in their order. */
    long[] of(CarryKey key, HouseholdAmounts households) {
        var was = before.getOrDefault(key, Carry.none()).households();
        var now = moved.get(key);
        return (now == null ? was : was.replacedBy(now)).amountsOf(households);
    }

    /** Those that move by 0 stay unmentioned. */
    void move(CarryKey key, HouseholdAmounts by) {
        var touched = by.where(i -> by.amount(i) != 0);
        if (!touched.isEmpty()) {
            var now = of(key, touched);
            for (int i = 0; i < now.length; i++) {
                now[i] = Math.addExact(now[i], touched.amount(i));
            }
            moved.merge(key, touched.withAmounts(now), HouseholdAmounts::replacedBy);
        }
    }

    /** The carry after the decision of every household that it moved. */
    SortedMap<CarryKey, HouseholdAmounts> moved() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(moved));
    }
}
