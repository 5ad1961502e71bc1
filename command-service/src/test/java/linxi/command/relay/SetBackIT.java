package linxi.command.relay;

import static linxi.command.relay.Trial.await;
import static linxi.command.relay.Trial.awaitSent;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** A store that was set back or filled anew, beside a topic that was not. */
class SetBackIT {
    private final String database = Trial.name();
    private final String topic = Trial.name();
    private final Path store;
    private final Path copy;
    private final Path broker;
    private EmbeddedMongo mongo;
    private EmbeddedKafka kafka;
    private Trial trial;

    SetBackIT(@TempDir Path folder) {
        this.store = folder.resolve("mongo");
        this.copy = folder.resolve("copy");
        this.broker = folder.resolve("kafka");
    }

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.start(store, 0);
        kafka = EmbeddedKafka.start(broker, 0);
        trial = new Trial(mongo.uri(), database, kafka.bootstrapServers(), topic);
    }

    @AfterEach
    void stop() {
        trial.close();
        kafka.close();
        mongo.close();
    }

    @Test
    void sendsNothingBehindMoreThanAnotherLogHas() {
        send(60);
        fillAnew(30);
        assertRefused("at position ", "the log ends at 30");
        assertThat(Received.all(trial.settings).records()).hasSize(60);
    }

    @Test
    void sendsNothingBehindOtherEvents() {
        send(60);
        fillAnew(90);
        assertRefused("at position ", "the log has another one there");
        assertThat(Received.all(trial.settings).records()).hasSize(60);
    }

    @Test
    void sendsNothingBehindFewerEventsOfAnotherLog() throws IOException {
        send(60);
        kafka.stop();
        Folders.remove(broker);
        kafka.start();
        try (var other = new Trial(mongo.uri(), Trial.name(), kafka.bootstrapServers(), topic)) {
            other.record(30);
            awaitSent(other.relay());
        }
        assertRefused("at position ", "the log has another one there");
    }

    @Test
    void sendsNothingFromAStoreThatWasSetBack() throws IOException {
        sendAndSetBack();
        assertRefused("at position ", "the log ends at 60");
    }

    @Test
    void sendsNothingOnceAStoreThatWasSetBackHasGoneOn() throws IOException {
        sendAndSetBack();
        trial.record(120, "other");
        assertRefused("at position ", "the log has another one there");
        assertThat(Received.all(trial.settings).records()).hasSize(120);
    }

    @Test
    void sendsAllToTheNewTopicThatItAsksFor() throws IOException {
        sendAndSetBack();
        trial.leave();
        trial = new Trial(mongo.uri(), database, kafka.bootstrapServers(), Trial.name());
        trial.record(30, "other");
        awaitSent(trial.relay());
        await("all is there", () -> Received.all(trial.settings).taken().size() == 90);
        Received.all(trial.settings).assertSameAs(trial.log);
    }

    @Test
    void goesOnBehindEventsOfItsOwnWhoseStateWasLost() {
        send(2_100);
        trial.database.getCollection("relay").drop();
        trial.record(30);
        awaitSent(trial.relay());
        Received.all(trial.settings).assertSameAs(trial.log);
    }

    private void send(int events) {
        trial.record(events);
        try (var relay = trial.relay()) {
            awaitSent(relay);
        }
    }

    private void fillAnew(int events) {
        trial.close();
        trial = new Trial(mongo.uri(), Trial.name(), kafka.bootstrapServers(), topic);
        trial.record(events);
    }

    /** Sixty events of the log are kept, and sixty more are only in Kafka. */
    private void sendAndSetBack() throws IOException {
        send(60);
        mongo.stop();
        Folders.copy(store, copy);
        mongo.start();
        send(60);
        trial.leave();
        mongo.stop();
        Folders.remove(store);
        Folders.copy(copy, store);
        mongo.start();
        trial = new Trial(mongo.uri(), database, kafka.bootstrapServers(), topic);
    }

    private void assertRefused(String... words) {
        var relay = trial.relay();
        await(
                "an answer",
                () -> relay.pulse().lastError() != null || relay.pulse().isConnected());
        assertThat(relay.status().lastError())
                .contains(words)
                .contains("the store was set back or replaced", "a new topic and a rebuild");
        assertThat(relay.status().connected()).isFalse();
        assertThat(new RelayHealth(relay).health().getStatus()).isEqualTo(RelayHealth.DELAYED);
        assertThat(KafkaHealth.of(relay).getStatus()).isNotEqualTo(Status.UP);
    }
}
