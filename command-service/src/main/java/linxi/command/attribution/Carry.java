package linxi.command.attribution;

import linxi.events.CarryEvent;
import linxi.events.CarryEvent.CarryMoved;
import linxi.events.HouseholdAmounts;

/** What rounding still owes each household of one path of an agreement: entitled − paid so far, in micro-fen. */
public record Carry(HouseholdAmounts households) {
    private static final Carry NONE = new Carry(HouseholdAmounts.none());

    public static Carry none() {
        return NONE;
    }

    /** A household that leaves keeps its carry: only those that an event names change. */
    public Carry after(CarryEvent event) {
        return switch (event) {
            case CarryMoved moved -> new Carry(households.replacedBy(HouseholdAmounts.copyOf(moved.carries())));
        };
    }
}
