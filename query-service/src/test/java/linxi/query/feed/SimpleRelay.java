package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Sends made-up events as the relay does, headers and state included. */
final class SimpleRelay implements AutoCloseable {
    static final int PARTITIONS = 3;

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final MongoDatabase database;
    private final Random random;
    private final List<Envelope> all = new ArrayList<>();
    private boolean breaking;
    private final long[] last = new long[PARTITIONS];
    private final long[] end = new long[PARTITIONS];

    SimpleRelay(String bootstrapServers, String topic, MongoDatabase database, Random random) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "delivery.timeout.ms",
                        30_000,
                        "request.timeout.ms",
                        5_000),
                new StringSerializer(),
                new ByteArraySerializer());
        this.topic = topic;
        this.database = database;
        this.random = random;
    }

    /** @return the position of the last one */
    long send(int events) {
        sendUnstored(events);
        store();
        return all.size();
    }

    /** @return its position */
    long send(Event event) {
        var envelope = Samples.envelope(all.size() + 1L, event);
        all.add(envelope);
        send(envelope);
        store();
        return all.size();
    }

    /** As a relay that stops before it stores its state. */
    void sendUnstored(int events) {
        for (int i = 0; i < events; i++) {
            var envelope = Samples.envelope(all.size() + 1L, 9, random);
            all.add(envelope);
            send(envelope);
        }
    }

    /** The log is another one, and empty: everything again, as after a loss. */
    void sendAllAgain() {
        sendAllAgainBut(0);
    }

    /** @param lost the position of an event that Kafka does not keep */
    void sendAllAgainBut(long lost) {
        Arrays.fill(last, 0);
        for (var envelope : all) {
            if (envelope.position() == lost) {
                last[partition(envelope)] = lost;
            } else {
                send(envelope);
            }
        }
        store();
    }

    /** The value of the next event that is sent is cut off. */
    void breakNext() {
        breaking = true;
    }

    private void send(Envelope envelope) {
        int partition = partition(envelope);
        var value = breaking ? Arrays.copyOf(envelope.toJson(), 40) : envelope.toJson();
        breaking = false;
        long before = last[partition];
        send(partition, envelope.position(), envelope.key(), envelope.aggregate(), value);
        if (random.nextInt(20) == 0) {
            // A repeat is the same record: it names the same one before it.
            last[partition] = before;
            send(partition, envelope.position(), envelope.key(), envelope.aggregate(), value);
        }
    }

    private static int partition(Envelope envelope) {
        return Utils.toPositive(Utils.murmur2(envelope.key().getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    void send(int partition, long position, String key, String aggregate, byte[] value) {
        var record = new ProducerRecord<>(topic, partition, key, value);
        record.headers().add("position", ascii(position));
        record.headers().add("previous", ascii(last[partition]));
        record.headers().add("aggregate", aggregate.getBytes(StandardCharsets.UTF_8));
        try {
            end[partition] = producer.send(record).get(30, TimeUnit.SECONDS).offset() + 1;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        last[partition] = position;
    }

    private static byte[] ascii(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    private void store() {
        var partitions = new BsonArray();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new BsonDocument("partition", new BsonInt32(partition))
                    .append("last", new BsonInt64(last[partition]))
                    .append("end", new BsonInt64(end[partition])));
        }
        var id = new BsonDocument("_id", new BsonString("relay"));
        var state = id.clone().append("position", new BsonInt64(all.size())).append("partitions", partitions);
        var _ = database.getCollection("relay", BsonDocument.class)
                .replaceOne(id, state, new ReplaceOptions().upsert(true));
    }

    /** Every event once, without a fault: what the documents must say. */
    List<Incoming> everything() {
        return all.stream().map(Incoming::of).toList();
    }

    /** Of the events of a key, in order. */
    List<Long> positions(String key) {
        return all.stream()
                .filter(envelope -> envelope.key().equals(key))
                .map(Envelope::position)
                .toList();
    }

    @Override
    public void close() {
        producer.close();
    }
}
