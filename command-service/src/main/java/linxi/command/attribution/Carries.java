package linxi.command.attribution;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.HouseholdKey;

/** The carries during one decision: each pool sees what the one before left. */
final class Carries {
    private final Map<CarryKey, Carry> before;
    private final Map<CarryKey, Map<HouseholdKey, Long>> moved = new HashMap<>();

    Carries(Map<CarryKey, Carry> before) {
        this.before = before;
    }

    /** What was there before, and a place for what becomes of it. */
    Page page(CarryKey key) {
        return new Page(
                before.getOrDefault(key, Carry.none()),
                moved.computeIfAbsent(key, _ -> new HashMap<HouseholdKey, Long>()));
    }

    /** The carry after the decision of every household that it moved. */
    SortedMap<CarryKey, SortedMap<HouseholdKey, Long>> moved() {
        var sorted = new TreeMap<CarryKey, SortedMap<HouseholdKey, Long>>();
        moved.forEach((key, carries) -> {
            if (!carries.isEmpty()) {
                sorted.put(key, Collections.unmodifiableSortedMap(new TreeMap<>(carries)));
            }
        });
        return Collections.unmodifiableSortedMap(sorted);
    }

    /** The carries of one agreement and path. */
    record Page(Carry before, Map<HouseholdKey, Long> moved) {
        long of(HouseholdKey household) {
            var now = moved.get(household);
            return now == null ? before.of(household) : now;
        }

        void move(HouseholdKey household, long by) {
            if (by != 0) {
                moved.put(household, Math.addExact(of(household), by));
            }
        }
    }
}
