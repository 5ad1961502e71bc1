package linxi.query.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From records into documents, without Kafka: sifts, folds, then stores how far it came. Nothing here changes before
 * the store has it, so after any failure the same records are simply read again. For one thread.
 */
final class Intake {
    private final Store store;
    private final Projector projector;
    private final Consumer<Map<Integer, Progress>> promise;
    private final Map<Integer, Lane> lanes = new TreeMap<>();

    /** @param promise hears of partitions whose documents are stored, before their progress is */
    Intake(Store store, Projector projector, Consumer<Map<Integer, Progress>> promise) {
        this.store = store;
        this.projector = projector;
        this.promise = promise;
    }

    /** Takes partitions over, from whoever had them, where the store says. On failure none is taken over. */
    void assign(Collection<Integer> partitions) {
        var stored = store.standing(partitions);
        for (var partition : partitions) {
            lanes.put(partition, new Lane(stored.getOrDefault(partition, Standing.NONE)));
        }
    }

    void revoke(Collection<Integer> partitions) {
        lanes.keySet().removeAll(partitions);
    }

    /** By partition; to be read only. */
    Map<Integer, Lane> lanes() {
        return lanes;
    }

    /** Notes which partitions lack what the relay says it sent. */
    void compare(long nanos) {
        var relay = store.relay();
        lanes.forEach((partition, lane) -> {
            var end = relay.get(partition);
            if (end != null) {
                lane.compare(end, nanos);
            }
        });
    }

    /**
     * Takes what was read: of each partition in the order of offsets.
     *
     * @return the partitions that must be read on at their lane's offset, not after the last record
     */
    Collection<Integer> take(List<Received> records, long nanos) {
        var read = records.stream()
                .filter(record -> lanes.containsKey(record.partition()))
                .collect(Collectors.groupingBy(Received::partition, LinkedHashMap::new, Collectors.toList()));
        var sifted = folded(read);
        park(sifted.values());
        var next = new HashMap<Integer, Progress>();
        sifted.forEach((partition, taken) -> {
            if (!taken.next().equals(lane(partition).progress())) {
                next.put(partition, taken.next());
            }
        });
        promise.accept(withNothingLeftOut(sifted));
        Collection<Integer> elsewhere = next.isEmpty() ? List.of() : store.advance(next);
        sifted.forEach((partition, taken) -> lane(partition).taken(taken, nanos));
        if (!elsewhere.isEmpty()) {
            assign(elsewhere);
        }
        return elsewhere;
    }

    /** What is left out is for those to weigh who can ask the store for it, once progress has passed it. */
    private Map<Integer, Progress> withNothingLeftOut(Map<Integer, Sifted> sifted) {
        var whole = new HashMap<Integer, Progress>();
        sifted.forEach((partition, taken) -> {
            if (taken.parked().isEmpty() && lane(partition).parking().size() == 0) {
                whole.put(partition, taken.next());
            }
        });
        return whole;
    }

    /** Before any progress passes it: whoever comes next must know what was left out. */
    private void park(Collection<Sifted> sifted) {
        var parked = sifted.stream().flatMap(taken -> taken.parked().stream()).toList();
        if (!parked.isEmpty()) {
            store.park(parked);
        }
    }

    /**
     * Sets partitions back for the parked units that somebody asked to read again, and lets those go that have caught up.
     *
     * @return the partitions that must be read on at their lane's offset
     */
    Collection<Integer> retry() {
        lanes.values().forEach(this::release);
        var asked = store.asked().stream()
                .filter(parked -> {
                    var lane = lanes.get(parked.partition());
                    return lane != null && !lane.parking().isReturning(parked);
                })
                .collect(Collectors.groupingBy(Parked::partition));
        asked.forEach(this::setBack);
        return asked.keySet();
    }

    private void release(Lane lane) {
        var caughtUp = lane.parking().caughtUp(lane.progress().last());
        if (!caughtUp.isEmpty()) {
            store.release(caughtUp);
            lane.parking().forget(caughtUp);
        }
    }

    /** In one write, so that nobody finds the partition set back and does not know for whose sake. */
    private void setBack(int partition, List<Parked> asked) {
        var stored = store.standing(List.of(partition)).getOrDefault(partition, Standing.NONE);
        var lane = lane(partition);
        long rewinds = stored.progress().rewinds();
        if (rewinds == lane.progress().rewinds()) {
            var _ = store.rewind(partition, rewinds, before(asked, stored));
        }
        // Also where it is done: another consumer may have parked what this lane has never heard of.
        assign(List.of(partition));
    }

    /** From what is stored alone: what this lane remembers may be out of date. */
    private static Progress before(List<Parked> asked, Standing stored) {
        var now = stored.progress();
        var first = Collections.min(asked, Comparator.comparingLong(Parked::position));
        boolean ahead = first.last() > now.last();
        var returning = Stream.concat(stored.parked().stream().filter(stored::isReturning), asked.stream())
                .map(Progress.Returning::of)
                .distinct()
                .toList();
        return new Progress(
                ahead ? now.offset() : first.offset(),
                ahead ? now.last() : first.last(),
                asked.stream().mapToLong(Parked::rewinds).reduce(now.rewinds(), Math::max) + 1,
                now.folded(),
                returning);
    }

    /** Folds all that can be; each look finds events to leave out, so the looks are at most as many as the events. */
    private Map<Integer, Sifted> folded(Map<Integer, List<Received>> read) {
        var poisons = new HashMap<Long, Poison>();
        while (true) {
            var sifted = new LinkedHashMap<Integer, Sifted>();
            var events = new ArrayList<Incoming>();
            read.forEach((partition, records) -> {
                var of = lane(partition).sift(records, poisons);
                sifted.put(partition, of);
                events.addAll(of.events());
            });
            var found = projector.attempt(events);
            if (found.isEmpty()) {
                return sifted;
            }
            int before = poisons.size();
            found.forEach(poison -> poisons.putIfAbsent(poison.position(), poison));
            if (poisons.size() == before) {
                throw new IllegalStateException("parked and yet folded: " + found);
            }
        }
    }

    private Lane lane(int partition) {
        var lane = lanes.get(partition);
        if (lane == null) {
            throw new IllegalStateException("partition " + partition + " is not ours");
        }
        return lane;
    }
}
