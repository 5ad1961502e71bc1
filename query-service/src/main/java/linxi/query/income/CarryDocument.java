package linxi.query.income;

import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.HouseholdKey;

/**
 * What rounding still owes, or has advanced, each household of one path of an agreement.
 *
 * @param largest the largest of them without its sign, in micro-fen
 * @param carries micro-fen by household, other than 0
 */
public record CarryDocument(long largest, SortedMap<HouseholdKey, Long> carries) {
    static final CarryDocument NONE = new CarryDocument(0, new TreeMap<>());

    CarryDocument moved(SortedMap<HouseholdKey, Long> now) {
        var all = new TreeMap<>(carries);
        all.putAll(now);
        all.values().removeIf(carry -> carry == 0);
        long most = 0;
        for (long carry : all.values()) {
            most = Math.max(most, Math.abs(carry));
        }
        return new CarryDocument(most, all);
    }
}
