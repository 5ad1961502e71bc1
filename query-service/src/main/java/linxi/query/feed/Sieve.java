package linxi.query.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One look through the records read of a partition, which changes nothing of its lane. For one use. */
final class Sieve {
    private final Parking parking;
    private final Map<Long, Poison> poisons;
    private final Map<String, Parked> fresh = new LinkedHashMap<>();
    private final List<Incoming> events = new ArrayList<>();
    private final Progress from;
    private long offset;
    private long last;
    private @Nullable Received missing;

    /** @param poisons by position, events that are known not to fold */
    Sieve(Progress from, @Nullable Received gap, Parking parking, Map<Long, Poison> poisons) {
        this.from = from;
        this.offset = from.offset();
        this.last = from.last();
        this.missing = gap;
        this.parking = parking;
        this.poisons = poisons;
    }

    Sifted sift(List<Received> records) {
        for (var record : records) {
            if (record.position() > last && record.previous() == last) {
                take(record);
                last = record.position();
                missing = null;
            } else if (record.position() > last && missing == null) {
                missing = record;
            }
            offset = record.offset() + 1;
        }
        return new Sifted(List.copyOf(events), next(), missing, List.copyOf(fresh.values()));
    }

    private Progress next() {
        var returning = parking.returning().stream()
                .filter(parked -> !fresh.containsKey(parked.unit()))
                .map(Progress.Returning::of)
                .toList();
        long reached = last < parking.reached() ? parking.reached() : 0;
        return new Progress(missing == null ? offset : missing.offset(), last, from.rewinds(), reached, returning);
    }

    private void take(Received record) {
        var unit = record.unit();
        boolean held = parking.holds(unit, record.position())
                || fresh.containsKey(unit.name())
                || fresh.containsKey(unit.key());
        if (held || parking.knows(unit, record.position())) {
            return;
        }
        var poison = poisons.get(record.position());
        if (poison != null) {
            park(record, poison);
            return;
        }
        try {
            events.add(record.content().read());
        } catch (Poisoned poisoned) {
            park(record, poisoned.poison());
        }
    }

    private void park(Received record, Poison poison) {
        var unit = parking.toPark(record.unit(), fresh.size()).name();
        fresh.put(
                unit,
                new Parked(
                        record.partition(),
                        unit,
                        record.position(),
                        record.offset(),
                        last,
                        from.rewinds(),
                        poison.reason(),
                        Instant.now(),
                        false));
    }
}
