package linxi.query.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import linxi.events.wire.Envelope;
import linxi.events.wire.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How the topic is read: its client's settings, and what a record's headers say. */
final class KafkaRecords {
    private static final int BATCH = 500;

    /** Nobody waits for one event among them, and a document is written once a batch however often it changes in it. */
    private static final int BUILDING_BATCH = 5_000;

    private static final int BATCH_BYTES = 8 * 1024 * 1024;

    /** Above {@code max.message.bytes} of the topic. */
    private static final int PARTITION_BYTES = 5 * 1024 * 1024;

    private static final long FOLLOWS_NOTHING = -1;

    private KafkaRecords() {}

    /** Offsets are ours, in MongoDB: the group only shares out partitions. */
    static Map<String, Object> settings(KafkaSettings settings) {
        var client = new HashMap<String, Object>();
        client.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        client.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        if (settings.instance() != null) {
            client.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance());
        }
        client.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        client.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        client.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        client.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        client.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BATCH_BYTES);
        client.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        client.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(10));
        client.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(1));
        client.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(10));
        client.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(10));
        client.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, millis(2));
        // A topic that is made after the first look is found as soon.
        client.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, millis(3));
        return client;
    }

    /** For a reader that takes all partitions and tells no group. */
    static Map<String, Object> unshared(KafkaSettings settings) {
        var client = settings(settings);
        client.keySet().removeAll(Set.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        client.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BUILDING_BATCH);
        return client;
    }

    private static int millis(int seconds) {
        return (int) Duration.ofSeconds(seconds).toMillis();
    }

    /** A record without the relay's headers or key follows no event: it is never taken, and what follows the last one is. */
    static Received received(ConsumerRecord<String, byte[]> record) {
        try {
            long position = Long.parseLong(header(record, "position"));
            long previous = Long.parseLong(header(record, "previous"));
            if (record.key() == null) {
                throw new NumberFormatException("no key at offset " + record.offset());
            }
            var unit = Unit.of(record.key(), header(record, "aggregate"));
            return new Received(
                    record.partition(), record.offset(), position, previous, unit, () -> read(record, position, unit));
        } catch (NumberFormatException e) {
            return new Received(
                    record.partition(), record.offset(), Long.MAX_VALUE, FOLLOWS_NOTHING, Unit.whole(""), () -> {
                        throw new Poisoned(Poison.of(Long.MAX_VALUE, "reading", e), e);
                    });
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        if (header == null) {
            throw new NumberFormatException("no header '" + name + "' at offset " + record.offset());
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Incoming read(ConsumerRecord<String, byte[]> record, long position, Unit unit) {
        return Received.reading(position, () -> {
            var envelope = Envelope.fromJson(record.value());
            if (envelope.position() != position
                    || !envelope.key().equals(record.key())
                    || !Unit.of(envelope.key(), envelope.aggregate()).equals(unit)) {
                throw new UnreadableEvent("the record's key, position or aggregate is not its envelope's", null);
            }
            return Incoming.of(envelope);
        });
    }
}
