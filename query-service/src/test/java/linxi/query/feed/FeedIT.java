package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded broker and store. */
class FeedIT extends FeedSuite {
    private static @Nullable EmbeddedKafka kafka;
    private static @Nullable EmbeddedMongo mongo;

    @BeforeAll
    static void start(@TempDir Path folder) {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
    }

    @AfterAll
    static void stop() {
        kafka().close();
        mongo().close();
    }

    private static EmbeddedKafka kafka() {
        return java.util.Objects.requireNonNull(kafka);
    }

    private static EmbeddedMongo mongo() {
        return java.util.Objects.requireNonNull(mongo);
    }

    @Override
    String bootstrapServers() {
        return kafka().bootstrapServers();
    }

    @Override
    String mongoUri() {
        return mongo().uri();
    }

    @Test
    void goesOnWhenTheStoreComesBack() {
        var feed = feed(store());
        assertThat(freshness().awaitAtLeast(relay().send(20), Duration.ofSeconds(20)))
                .isTrue();
        mongo().stop();
        relay().sendUnstored(20);
        awaitTrue(() -> feed.status().away() != null);
        mongo().start();
        assertThat(freshness().awaitAtLeast(relay().send(20), Duration.ofSeconds(20)))
                .isTrue();
        assertDocuments();
    }

    @Test
    void goesOnWhenTheBrokerComesBack() {
        var _ = feed(store());
        assertThat(freshness().awaitAtLeast(relay().send(20), Duration.ofSeconds(20)))
                .isTrue();
        kafka().stop();
        kafka().start();
        assertThat(freshness().awaitAtLeast(relay().send(20), Duration.ofSeconds(30)))
                .isTrue();
        assertDocuments();
    }
}
