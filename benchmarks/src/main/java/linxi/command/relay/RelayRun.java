package linxi.command.relay;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Map;
import linxi.command.store.EventLog;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.bson.Document;

/** The service's own relay, run once over a whole log. */
public final class RelayRun {
    private static final int PARTITIONS = 6;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private RelayRun() {}

    /**
     * What the relay tells its producer, so that the one beside it is told the same. It may only wait longer, as it has all
     * records of a run in hand at once.
     */
    public static Map<String, Object> producer(String kafka, String topic) {
        var config = KafkaSettings.producer(settings(kafka, topic));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                Duration.ofMinutes(2).toMillis());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Duration.ofMinutes(2).toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                Duration.ofSeconds(30).toMillis());
        return config;
    }

    /**
     * The topic as the relay makes it, once its leaders answer: of a producer that a partition does not know yet it takes
     * the second batch where it was not ready for the first, which then never gets in.
     */
    public static void create(String kafka, String topic) throws InterruptedException {
        try (var made = new Topic(settings(kafka, topic))) {
            made.ensure();
            while (!isReady(made)) {
                Thread.sleep(20);
            }
        }
    }

    private static boolean isReady(Topic topic) throws InterruptedException {
        try {
            return topic.ends().size() == PARTITIONS;
        } catch (KafkaAway e) {
            return false;
        }
    }

    /**
     * Sends everything in the log to a topic that has none of it.
     *
     * @return nanoseconds from the start of the relay, its first look at Kafka included
     */
    public static long toTopic(EventLog log, MongoDatabase database, String kafka, String topic)
            throws InterruptedException {
        database.getCollection("relay").drop();
        return onward(log, database, kafka, topic);
    }

    /** Sends what the topic does not have yet. */
    public static long onward(EventLog log, MongoDatabase database, String kafka, String topic)
            throws InterruptedException {
        long missing =
                log.head() - new StateDocument(database, PARTITIONS).read().position();
        var _ = database.getCollection("leases").deleteOne(new Document("_id", "relay"));
        long began = System.nanoTime();
        try (var relay = new Relay(log, database, settings(kafka, topic))) {
            relay.start();
            while (relay.pulse().events() < missing) {
                if (System.nanoTime() - began > LIMIT.toNanos()) {
                    throw new IllegalStateException("not sent: " + relay.status());
                }
                Thread.sleep(1);
            }
            return System.nanoTime() - began;
        }
    }

    private static RelaySettings settings(String kafka, String topic) {
        return new RelaySettings(kafka, topic, PARTITIONS, (short) 1);
    }
}
