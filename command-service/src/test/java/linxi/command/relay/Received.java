package linxi.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import linxi.command.store.EventLog;
import linxi.events.wire.Envelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All records of a topic, and what a reader who follows the rule of {@code previous} takes of them. */
record Received(List<ConsumerRecord<byte[], byte[]>> records) {

    static Received all(RelaySettings settings) {
        var partitions = IntStream.range(0, settings.partitions())
                .mapToObj(p -> new TopicPartition(settings.topic(), p))
                .toList();
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                KafkaSettings.consumer(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                assertThat(System.nanoTime()).as("read in time").isLessThan(deadline);
            }
        }
        return new Received(records);
    }

    static Mark mark(ConsumerRecord<byte[], byte[]> record) {
        return Objects.requireNonNull(Mark.of(record.headers()));
    }

    /** Events by position, each once. */
    Map<Long, Envelope> taken() {
        var last = new HashMap<Integer, Long>();
        var taken = new TreeMap<Long, Envelope>();
        for (var record : records) {
            var mark = mark(record);
            if (mark.previous() == last.getOrDefault(record.partition(), 0L)) {
                last.put(record.partition(), mark.position());
                taken.put(mark.position(), Envelope.fromJson(record.value()));
            }
        }
        return taken;
    }

    /** Nothing is missing or changed, and whatever is there twice says the same about itself. */
    void assertSameAs(EventLog log) {
        var recorded = new TreeMap<Long, Envelope>();
        var page = log.tail(0, 1_000);
        while (!page.isEmpty()) {
            page.forEach(event -> recorded.put(event.position(), event));
            page = log.tail(recorded.lastKey(), 1_000);
        }
        assertThat(taken()).isEqualTo(recorded);
        var marks = new HashMap<Long, Mark>();
        for (var record : records) {
            assertThat(marks.computeIfAbsent(mark(record).position(), _ -> mark(record)))
                    .isEqualTo(mark(record));
        }
    }
}
