package linxi.query.trace;

import java.util.List;
import java.util.function.ToLongFunction;
import linxi.events.Tally;
import linxi.query.shipment.ShipmentState;

/** What became of goods at the market, in a word: how much of them is nobody's business who bought a tray of eggs. */
public enum Receipt {
    WAITING,
    ON_THE_ROAD,
    ARRIVED,
    COUNTED_IN_PART,
    ACCEPTED,
    ACCEPTED_IN_PART,
    NOT_ACCEPTED,
    /** The market counted none of it, for it had never been loaded. */
    NOT_LOADED,
    LOST,
    CANCELLED;

    /** @param tallies of the goods in question alone: of one lot, or of all that the shipment holds */
    static Receipt of(ShipmentState state, List<Tally> tallies) {
        return switch (state) {
            case LOGGED -> WAITING;
            case IN_TRANSIT -> ON_THE_ROAD;
            case ARRIVED -> ARRIVED;
            case PARTLY_RECEIVED -> COUNTED_IN_PART;
            case RECEIVED, RECEIVED_WITH_DISCREPANCY -> counted(tallies);
            case CANCELLED -> CANCELLED;
            case LOST -> LOST;
            case REJECTED -> NOT_ACCEPTED;
        };
    }

    private static Receipt counted(List<Tally> tallies) {
        boolean rejected = is(tallies, Tally::rejected);
        boolean lost = is(tallies, Tally::lost);
        if (is(tallies, Tally::accepted)) {
            return rejected || lost ? ACCEPTED_IN_PART : ACCEPTED;
        }
        return rejected ? NOT_ACCEPTED : lost ? LOST : NOT_LOADED;
    }

    private static boolean is(List<Tally> tallies, ToLongFunction<Tally> part) {
        return tallies.stream().mapToLong(part).anyMatch(it -> it > 0);
    }
}
