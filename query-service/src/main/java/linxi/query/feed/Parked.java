package linxi.query.feed;

import java.time.Instant;

/**
 * A unit of which nothing is folded from an event on, because that event cannot be.
 *
 * @param unit a Kafka key, or {@code register/<aggregate>}
 * @param position of the event
 * @param offset of its record
 * @param last position of the event before it in the partition
 * @param rewinds of the partition, when it was parked
 * @param retry whether somebody asked to read it again
 */
public record Parked(
        int partition,
        String unit,
        long position,
        long offset,
        long last,
        long rewinds,
        String reason,
        Instant since,
        boolean retry) {
    /** As it is parked in an epoch whose partitions were never set back. */
    Parked withoutRewinds() {
        return new Parked(partition, unit, position, offset, last, 0, reason, since, retry);
    }
}
