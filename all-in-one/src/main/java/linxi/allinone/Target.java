package linxi.allinone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.Deque;
import linxi.query.mongo.MongoConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store, and where it was asked for the broker, that a command works on: of a running all-in-one, of parts started
 * for this command alone, or real servers. Closing it stops what was started for it. Made by {@link TargetOptions}.
 */
final class Target implements AutoCloseable {
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final String mongo;
    private final String database;
    private final @Nullable String kafka;
    private final String topic;
    private final boolean running;
    private @Nullable MongoClient client;

    /** @param running whether services may be at work on it at the same time */
    Target(String mongo, String database, @Nullable String kafka, String topic, boolean running) {
        this.mongo = mongo;
        this.database = database;
        this.kafka = kafka;
        this.topic = topic;
        this.running = running;
    }

    /** The last one given is closed first. */
    Target closing(AutoCloseable part) {
        closing.push(part);
        return this;
    }

    String mongoUri() {
        return mongo;
    }

    String databaseName() {
        return database;
    }

    /** On a client of this target's own, with the durable writes and majority reads of the read models. */
    synchronized MongoDatabase database() {
        var open = client;
        if (open == null) {
            open = MongoConfiguration.client(mongo);
            client = open;
            closing.push(open);
        }
        return open.getDatabase(database);
    }

    /** @throws IllegalStateException where the command did not ask for the broker */
    String bootstrapServers() {
        if (kafka == null) {
            throw new IllegalStateException("opened without a broker");
        }
        return kafka;
    }

    /** Whether there is one to ask. */
    boolean hasBroker() {
        return kafka != null;
    }

    String topic() {
        return topic;
    }

    /** Whether services may be at work on it at the same time. */
    boolean isRunning() {
        return running;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                log().error("a part did not stop cleanly", e);
            }
        }
    }

    /** Asked for late: where it writes to is decided when the target is opened. */
    private static Logger log() {
        return LoggerFactory.getLogger(Target.class);
    }
}
