package linxi.command.attribution;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import linxi.events.CarryEvent;
import linxi.events.CarryEvent.CarryMoved;
import linxi.events.HouseholdKey;

/** What rounding still owes each household of one path of an agreement: entitled − paid so far, in micro-fen. */
public record Carry(Map<HouseholdKey, Long> households) {
    private static final Carry NONE = new Carry(Map.of());

    public static Carry none() {
        return NONE;
    }

    long of(HouseholdKey household) {
        return households.getOrDefault(household, 0L);
    }

    /** A household that leaves keeps its carry: only those that an event names change. */
    public Carry after(CarryEvent event) {
        return switch (event) {
            case CarryMoved moved -> {
                var all = new HashMap<>(households);
                all.putAll(moved.carries());
                yield new Carry(Collections.unmodifiableMap(all));
            }
        };
    }
}
