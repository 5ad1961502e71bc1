package linxi.bench;

import com.mongodb.client.MongoClient;
import java.nio.file.Path;
import linxi.command.store.StoreClient;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;

/** The embedded broker and store that a benchmark runs on, in this process. */
public final class Machine implements AutoCloseable {
    private final EmbeddedMongo mongo;
    private final EmbeddedKafka kafka;
    private final MongoClient client;

    private Machine(EmbeddedMongo mongo, EmbeddedKafka kafka) {
        this.mongo = mongo;
        this.kafka = kafka;
        this.client = StoreClient.patient(mongo.uri());
    }

    public static Machine start(Path folder) {
        return new Machine(
                EmbeddedMongo.start(folder.resolve("mongo"), 0), EmbeddedKafka.start(folder.resolve("kafka"), 0));
    }

    /** For what the benchmark itself does there. */
    public MongoClient client() {
        return client;
    }

    public String mongo() {
        return mongo.uri();
    }

    public String kafka() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        client.close();
        kafka.close();
        mongo.close();
    }
}
