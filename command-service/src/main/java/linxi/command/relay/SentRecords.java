package linxi.command.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads back what is in Kafka, to know where to resume. */
final class SentRecords implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final Runnable keepAlive;

    /** @param keepAlive run again and again while it reads, which may take long; what it throws ends the reading */
    SentRecords(RelaySettings settings, Runnable keepAlive) {
        this.topic = settings.topic();
        this.keepAlive = keepAlive;
        this.consumer = new KafkaConsumer<>(
                KafkaSettings.consumer(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Positions of the records at given offsets.
     *
     * @param offsets by partition; each must be below the partition's end
     */
    Map<Integer, Long> positionsAt(Map<Integer, Long> offsets) {
        var partitions = offsets.keySet().stream().map(this::partition).toList();
        consumer.assign(partitions);
        partitions.forEach(p -> consumer.seek(p, offsets.getOrDefault(p.partition(), 0L)));
        var found = new TreeMap<Integer, Long>();
        var patience = new Patience();
        while (found.size() < offsets.size()) {
            for (var record : poll()) {
                patience.renew();
                var mark = Mark.of(record.headers());
                var _ = found.putIfAbsent(record.partition(), mark == null ? -1 : mark.position());
                consumer.pause(List.of(partition(record.partition())));
            }
            patience.check();
        }
        consumer.resume(partitions);
        return found;
    }

    /**
     * Reads a partition as the feed does, and tells the position of the last record that continues the one before it.
     * After a failed send some stand there without the one before them; those do not count.
     */
    long lastInOrder(int number, long end) {
        var taken = new AtomicLong();
        read(number, 0, end, record -> taken.set(after(taken.get(), record)));
        return taken.get();
    }

    /** Reads a stretch of a partition, a batch at a time. */
    void read(int number, long from, long end, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        var partition = partition(number);
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        var patience = new Patience();
        while (consumer.position(partition) < end) {
            for (var record : poll().records(partition)) {
                each.accept(record);
                patience.renew();
            }
            patience.check();
        }
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        keepAlive.run();
        return consumer.poll(POLL);
    }

    private static long after(long taken, ConsumerRecord<byte[], byte[]> record) {
        @Nullable Mark mark = Mark.of(record.headers());
        return mark != null && mark.previous() == taken ? mark.position() : taken;
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(topic, number);
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    /** Reading may take long, but not stand still. */
    private static final class Patience {
        private long deadline;

        Patience() {
            renew();
        }

        void renew() {
            deadline = System.nanoTime() + KafkaSettings.PATIENCE.toNanos();
        }

        void check() {
            if (System.nanoTime() - deadline > 0) {
                throw new KafkaAway("reading back what was sent: no record in time", new IllegalStateException());
            }
        }
    }
}
