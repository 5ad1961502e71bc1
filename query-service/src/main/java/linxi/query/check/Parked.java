package linxi.query.check;

import linxi.events.RegisterEvent;
import linxi.events.wire.Envelope;

/**
 * A unit of which the feed has folded nothing from a position on.
 *
 * @param unit a Kafka key, or {@code register/<aggregate>}
 */
public record Parked(String unit, long position, String reason) {
    boolean holds(Envelope event) {
        return event.position() >= position
                && (unit.equals(event.key()) || unit.equals(RegisterEvent.KEY + "/" + event.aggregate()));
    }
}
