package linxi.command.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import linxi.events.wire.Envelope;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * Records to send in this order, and how far that comes.
 *
 * @param position of the last event in it, or of the last that was in Kafka already
 * @param lasts by partition, position of the last record once this is sent
 */
record Batch(List<ProducerRecord<byte[], byte[]>> records, long position, List<Long> lasts) {
    private static final int MAX_BYTES = 8 << 20;

    Batch {
        records = List.copyOf(records);
        lasts = List.copyOf(lasts);
    }

    /**
     * Takes events, in position order, until they come to 8 MiB; the first always.
     *
     * @param after position of the event before them; where there are none, that of the batch
     * @param before by partition, position of the last record in it
     */
    static Batch of(long after, List<Long> before, List<Envelope> events, String topic) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var lasts = new ArrayList<>(before);
        long position = after;
        int bytes = 0;
        for (var event : events) {
            if (bytes > MAX_BYTES) {
                break;
            }
            byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
            int partition = partition(key, lasts.size());
            long previous = lasts.get(partition);
            position = event.position();
            // When some partitions lost their tail and others did not, the others have it already.
            if (position > previous) {
                byte[] value = event.toJson();
                var mark = new Mark(position, previous, event.aggregate());
                records.add(new ProducerRecord<>(topic, partition, key, value, mark.headers()));
                lasts.set(partition, position);
                bytes += value.length;
            }
        }
        return new Batch(records, position, lasts);
    }

    /** As Kafka's own producer chooses, so that any other client finds a key where it looks for it. */
    static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
