package linxi.query.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a Kafka consumer reading where the {@link Intake} says. Everything on the feed's thread. */
final class Reader implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final Duration POLL = Duration.ofMillis(250);

    /** Between looks whether somebody asked to read a parked unit again. */
    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final String topic;
    private long tookNanos;
    private final Set<TopicPartition> unplaced = new HashSet<>();
    private Intake intake;
    private long lookedAt = System.nanoTime();

    Reader(KafkaConsumer<String, byte[]> consumer, String topic, Intake intake) {
        this.consumer = consumer;
        this.topic = topic;
        this.intake = intake;
    }

    /** From now on the same partitions are read for another intake, each where that one has come to. */
    void follow(Intake other) {
        intake = other;
        onPartitionsAssigned(consumer.assignment());
    }

    /** @return whether anything was read, and so perhaps taken */
    boolean read() {
        place();
        startOver();
        retry();
        var records = poll();
        if (records.isEmpty()) {
            // Nothing new: is that so, or has the log lost what the relay sent?
            intake.compare(System.nanoTime());
            return false;
        }
        long began = System.nanoTime();
        for (var partition : intake.take(records, began)) {
            at(partition);
        }
        tookNanos = System.nanoTime() - began;
        return true;
    }

    /** What the last batch took to be folded and stored. */
    long tookNanos() {
        return tookNanos;
    }

    private List<Received> poll() {
        try {
            var records = new ArrayList<Received>();
            for (var record : consumer.poll(POLL)) {
                records.add(KafkaRecords.received(record));
            }
            return records;
        } catch (OffsetOutOfRangeException e) {
            // The log has lost its tail, or is another one: what was taken is known by position, so read all again.
            LOG.warn("the log has no offset {}: reading from its start", e.offsetOutOfRangePartitions());
            consumer.seekToBeginning(e.offsetOutOfRangePartitions().keySet());
            return List.of();
        }
    }

    /** After a failure: everything since what is stored is read again. */
    void goBack() {
        intake.lanes().keySet().forEach(this::at);
    }

    SortedMap<Integer, FeedStatus.Partition> partitions() {
        var partitions = new TreeMap<Integer, FeedStatus.Partition>();
        intake.lanes()
                .forEach((partition, lane) -> partitions.put(
                        partition,
                        new FeedStatus.Partition(
                                lane.progress().offset(),
                                lane.progress().last(),
                                lag(partition),
                                lane.trouble(),
                                lane.parking().size())));
        return Collections.unmodifiableSortedMap(partitions);
    }

    /** The first of those that are parked. */
    List<Parked> parked(int most) {
        return intake.lanes().values().stream()
                .flatMap(lane -> lane.parking().all().stream())
                .sorted(Comparator.comparingLong(Parked::position))
                .limit(most)
                .toList();
    }

    private @Nullable Long lag(int partition) {
        var lag = consumer.currentLag(of(partition));
        return lag.isPresent() ? lag.getAsLong() : null;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // MongoDB may be away just now: a paused partition needs no right place yet.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        consumer.pause(partitions);
        unplaced.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        intake.revoke(partitions.stream().map(TopicPartition::partition).toList());
        unplaced.removeAll(partitions);
    }

    private void place() {
        if (!unplaced.isEmpty()) {
            var partitions = unplaced.stream().map(TopicPartition::partition).toList();
            intake.assign(partitions);
            partitions.forEach(this::at);
            consumer.resume(unplaced);
            unplaced.clear();
        }
    }

    private void at(int partition) {
        var lane = intake.lanes().get(partition);
        if (lane != null) {
            consumer.seek(of(partition), lane.progress().offset());
        }
    }

    private void startOver() {
        intake.lanes().forEach((partition, lane) -> {
            if (lane.startsOver(System.nanoTime())) {
                LOG.error("partition {} has a gap, reading it from its start: {}", partition, lane.trouble());
                consumer.seekToBeginning(List.of(of(partition)));
            }
        });
    }

    private void retry() {
        if (System.nanoTime() - lookedAt >= LOOK_NANOS) {
            lookedAt = System.nanoTime();
            intake.retry().forEach(this::at);
        }
    }

    private TopicPartition of(int partition) {
        return new TopicPartition(topic, partition);
    }
}
