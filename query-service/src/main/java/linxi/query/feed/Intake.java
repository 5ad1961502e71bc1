package linxi.query.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * From records into documents, without Kafka: sifts, folds, then stores how far it came. Nothing here changes before
 * the store has it, so after any failure the same records are simply read again. For one thread.
 */
final class Intake {
    private final Store store;
    private final Projector projector;
    private final Map<Integer, Lane> lanes = new TreeMap<>();

    Intake(Store store, Projector projector) {
        this.store = store;
        this.projector = projector;
    }

    /** Takes partitions over, from whoever had them, where the store says. On failure none is taken over. */
    void assign(Collection<Integer> partitions) {
        var stored = store.progress();
        for (var partition : partitions) {
            lanes.put(partition, new Lane(stored.getOrDefault(partition, Progress.NONE)));
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
        var next = new HashMap<Integer, Progress>();
        sifted.forEach((partition, taken) -> {
            if (!taken.next().equals(lane(partition).progress())) {
                next.put(partition, taken.next());
            }
        });
        Collection<Integer> ahead = next.isEmpty() ? List.of() : store.advance(next);
        sifted.forEach((partition, taken) -> lane(partition).taken(taken, nanos));
        if (!ahead.isEmpty()) {
            assign(ahead);
        }
        var elsewhere = new ArrayList<>(ahead);
        sifted.forEach((partition, taken) -> {
            if (taken.poison() != null) {
                elsewhere.add(partition);
            }
        });
        return elsewhere;
    }

    /** Folds all that can be: where an event fails, its partition stops before it. */
    private Map<Integer, Sifted> folded(Map<Integer, List<Received>> read) {
        var stops = new HashMap<Integer, Poisoned>();
        while (true) {
            var sifted = new LinkedHashMap<Integer, Sifted>();
            var events = new ArrayList<Incoming>();
            read.forEach((partition, records) -> {
                var of = lane(partition).sift(records, stops.get(partition));
                sifted.put(partition, of);
                events.addAll(of.events());
            });
            try {
                projector.fold(events);
                return sifted;
            } catch (Poisoned poison) {
                stops.put(partitionOf(poison, sifted), poison);
            }
        }
    }

    private static int partitionOf(Poisoned poison, Map<Integer, Sifted> sifted) {
        for (var entry : sifted.entrySet()) {
            if (entry.getValue().events().stream().anyMatch(event -> event.position() == poison.position())) {
                return entry.getKey();
            }
        }
        throw poison;
    }

    private Lane lane(int partition) {
        var lane = lanes.get(partition);
        if (lane == null) {
            throw new IllegalStateException("partition " + partition + " is not ours");
        }
        return lane;
    }
}
