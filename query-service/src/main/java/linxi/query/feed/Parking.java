package linxi.query.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linxi.events.RegisterEvent;

/**
 * The parked units of one partition: at most one per origin, and so many of the register that a status page and a retry
 * can still bear them; the next one parks the whole register.
 */
final class Parking {
    static final int MOST_OF_THE_REGISTER = 1_000;

    private final Map<String, Parked> units = new TreeMap<>();
    private final Map<String, Parked> returning = new TreeMap<>();
    private final long reached;

    Parking(Standing stored) {
        reached = stored.progress().reached();
        stored.parked().forEach(one -> (stored.isReturning(one) ? returning : units).put(one.unit(), one));
    }

    void park(Parked parked) {
        returning.remove(parked.unit());
        units.put(parked.unit(), parked);
    }

    /** Whether an event of that position must not be folded. */
    boolean holds(Unit unit, long position) {
        return holds(unit.name(), position) || holds(unit.key(), position);
    }

    private boolean holds(String name, long position) {
        var parked = units.get(name);
        return parked != null && parked.position() <= position;
    }

    /** What to park where an event of this unit cannot be folded. */
    Unit toPark(Unit unit, int alreadyToPark) {
        boolean full = unit.key().equals(RegisterEvent.KEY) && ofTheRegister() + alreadyToPark >= MOST_OF_THE_REGISTER;
        return full ? Unit.whole(unit.key()) : unit;
    }

    private long ofTheRegister() {
        return units.keySet().stream()
                .filter(name -> name.startsWith(RegisterEvent.KEY + "/"))
                .count();
    }

    /** Whether an event was folded before the partition was set back, for the sake of other units. */
    boolean knows(Unit unit, long position) {
        return position <= reached && !returning.containsKey(unit.name()) && !returning.containsKey(unit.key());
    }

    /** The units that are being read again. */
    Collection<Parked> returning() {
        return List.copyOf(returning.values());
    }

    /** Whether that is being read again, as it was parked then. */
    boolean isReturning(Parked one) {
        var known = returning.get(one.unit());
        return known != null && Progress.Returning.of(known).equals(Progress.Returning.of(one));
    }

    /** Those that were read again as far as everything else, where the partition is taken up to {@code last}. */
    List<Parked> caughtUp(long last) {
        return last < reached ? List.of() : List.copyOf(returning.values());
    }

    void forget(Collection<Parked> caughtUp) {
        caughtUp.forEach(parked -> returning.remove(parked.unit()));
    }

    long reached() {
        return reached;
    }

    int size() {
        return units.size() + returning.size();
    }

    /** Also those that are being read again: their documents lack something still. */
    Collection<Parked> all() {
        var all = new TreeMap<>(units);
        all.putAll(returning);
        return all.values();
    }
}
