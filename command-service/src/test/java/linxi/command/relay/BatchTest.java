package linxi.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import linxi.events.wire.Envelope;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final List<Long> NOTHING = RelayState.nothing(4).lasts();

    @Test
    void chainsEachPartition() {
        var batch = Batch.of(0, NOTHING, events(1, 100, "{}"), "topic");
        var last = new HashMap<Integer, Long>();
        for (var record : batch.records()) {
            var mark = mark(record);
            assertThat(mark.previous()).isEqualTo(last.getOrDefault(record.partition(), 0L));
            last.put(record.partition(), mark.position());
        }
        assertThat(batch.position()).isEqualTo(100);
        assertThat(batch.records()).hasSize(100);
        last.forEach((partition, position) ->
                assertThat(batch.lasts().get(partition)).isEqualTo(position));
    }

    @Test
    void leavesOutWhatAPartitionKept() {
        var whole = Batch.of(0, NOTHING, events(1, 100, "{}"), "topic");
        var reached = new ArrayList<>(
                whole.lasts().stream().map(last -> new Reached(last, 1)).toList());
        int lost = Objects.requireNonNull(whole.records().getFirst().partition());
        reached.set(lost, Reached.NOTHING);
        var again = Batch.of(0, new RelayState(0, reached, 1).lasts(), events(1, 100, "{}"), "topic");
        assertThat(again.records()).isNotEmpty().allMatch(record -> Objects.equals(record.partition(), lost));
        assertThat(again.position()).isEqualTo(100);
        assertThat(again.lasts()).isEqualTo(whole.lasts());
    }

    @Test
    void endsWhereItGrowsTooLarge() {
        var large = "{\"reason\":\"" + "a".repeat(3 << 20) + "\"}";
        var batch = Batch.of(0, NOTHING, events(1, 10, large), "topic");
        assertThat(batch.records()).hasSize(3);
        assertThat(batch.position()).isEqualTo(3);
    }

    private static Mark mark(ProducerRecord<byte[], byte[]> record) {
        return Objects.requireNonNull(Mark.of(record.headers()));
    }

    private static List<Envelope> events(long from, long to, String data) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(position -> new Envelope(
                        position,
                        "lot-held",
                        1,
                        "lot/L" + position,
                        0,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        null,
                        null,
                        "origin-" + position % 12,
                        data))
                .toList();
    }
}
