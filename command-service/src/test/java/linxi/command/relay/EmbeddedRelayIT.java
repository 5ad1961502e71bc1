package linxi.command.relay;

import java.nio.file.Path;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRelayIT extends RelayContract {
    private static EmbeddedMongo mongo;
    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start(@TempDir Path folder) {
        mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    }

    @AfterAll
    static void stop() {
        kafka.close();
        mongo.close();
    }

    @Override
    String mongo() {
        return mongo.uri();
    }

    @Override
    String kafka() {
        return kafka.bootstrapServers();
    }
}
