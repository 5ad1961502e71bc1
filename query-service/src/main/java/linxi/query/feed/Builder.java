package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import linxi.query.mongo.Generations;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Folds the whole topic into generations that nobody reads yet, with a consumer of its own. For one thread. */
final class Builder implements AutoCloseable {
    /** So few records left are folded again by the feed before anybody notices. */
    private static final long NEAR = 500;

    private static final long LOOK_NANOS = Duration.ofMillis(250).toNanos();

    /** Longer than a lane takes to look for what is missing from the start of the log. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MongoDatabase database;
    private final Generations building;
    private final ProgressTable progress;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<TopicPartition> partitions;
    private final Intake intake;
    private final Reader reader;
    private final Map<TopicPartition, Long> begin;
    private final Duration patience;
    private final long began = System.nanoTime();
    private Map<TopicPartition, Long> end;
    private RelayState relay;
    private long lookedAt = began;
    private long movedAt = began;
    private long doneAtMotion = -1;
    private long doneBefore = -1;

    /** @throws org.apache.kafka.common.KafkaException where the topic cannot be read */
    Builder(
            MongoDatabase database,
            KafkaSettings settings,
            List<? extends Projection<?>> projections,
            Generations building,
            Duration patience) {
        this.database = database;
        this.patience = patience;
        this.building = building;
        this.progress = new ProgressTable(database);
        this.consumer = new KafkaConsumer<>(KafkaRecords.unshared(settings));
        var store = new MongoStore(database, building);
        var chosen = projections.stream()
                .filter(projection -> building.of().containsKey(projection.name()))
                .toList();
        this.intake = new Intake(store, new Projector(store, chosen, Together.AT_ONCE), _ -> {});
        this.reader = new Reader(consumer, settings.topic(), intake);
        this.partitions = new HashSet<>();
        consumer.partitionsFor(settings.topic())
                .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        consumer.assign(partitions);
        this.begin = consumer.beginningOffsets(partitions);
        this.end = consumer.endOffsets(partitions);
        this.relay = RelayState.read(database);
        reader.onPartitionsAssigned(partitions);
    }

    /** One batch, if there is one. */
    void read() {
        var _ = reader.read();
        if (System.nanoTime() - lookedAt > LOOK_NANOS) {
            end = consumer.endOffsets(partitions);
            relay = RelayState.read(database);
            lookedAt = System.nanoTime();
        }
        if (doneBefore < 0) {
            doneBefore = done();
        }
    }

    RebuildProgress progress() {
        long total = sum(end) - sum(begin);
        double seconds = (System.nanoTime() - began) / 1e9;
        long perSecond = (long) ((done() - doneBefore) / seconds);
        return new RebuildProgress(new TreeSet<>(building.of().keySet()), Math.min(done(), total), total, perSecond);
    }

    /**
     * Nearly with Kafka, from where the feed reads on, and with all that the relay says it sent: Kafka alone may have lost
     * its end, or a piece of its middle, or be empty.
     *
     * @throws Rebuild.Lacking where nothing has come for a while
     */
    boolean hasCaughtUp() {
        long folded = relay.foldedBy(taken());
        if (folded >= relay.position() && sum(end) - sum(begin) - done() <= NEAR) {
            return true;
        }
        requireMotion(folded);
        return false;
    }

    /** A lane that waits at a gap goes back to look for what is missing, in vain where it is gone. */
    private void requireMotion(long folded) {
        long done = done();
        if (done != doneAtMotion) {
            doneAtMotion = done;
            movedAt = System.nanoTime();
        } else if (System.nanoTime() - movedAt > patience.toNanos()) {
            throw new Rebuild.Lacking(folded, relay.position());
        }
    }

    private Map<Integer, Progress> taken() {
        var taken = new HashMap<Integer, Progress>();
        intake.lanes().forEach((partition, lane) -> taken.put(partition, lane.progress()));
        return taken;
    }

    private long done() {
        long done = 0;
        for (var partition : partitions) {
            var lane = intake.lanes().get(partition.partition());
            long from = begin.getOrDefault(partition, 0L);
            long offset = lane == null ? 0 : lane.progress().offset();
            done += Math.clamp(offset - from, 0, Math.max(0, end.getOrDefault(partition, 0L) - from));
        }
        return done;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Stores where the feed is to read on.
     *
     * @param kept whose collections are served on beside the new ones; null where there are none. What these have not
     *     folded must be read again; documents skip by their position what they have.
     */
    void handOver(long epoch, @Nullable Generations kept) {
        var built = standing(building);
        var live = kept == null ? built : standing(kept);
        var next = new HashMap<Integer, Progress>();
        var parked = new ArrayList<Parked>();
        built.forEach((partition, one) -> {
            var other = live.getOrDefault(partition, Standing.NONE);
            var behind = other.progress().last() < one.progress().last() ? other.progress() : one.progress();
            next.put(partition, new Progress(behind.offset(), behind.last()));
            other.parked().forEach(unit -> parked.add(unit.withoutRewinds()));
            one.parked().forEach(unit -> parked.add(unit.withoutRewinds()));
        });
        // First what is left out, as ever, and of two the one that is left out for longer.
        new ParkedTable(database).park(epoch, parked);
        var _ = progress.advance(epoch, next);
    }

    private Map<Integer, Standing> standing(Generations of) {
        var numbers = partitions.stream().map(TopicPartition::partition).toList();
        return new MongoStore(database, of).standing(numbers);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
