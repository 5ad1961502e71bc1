package linxi.command.relay;

import static linxi.command.relay.Trial.await;
import static linxi.command.relay.Trial.awaitSent;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayTroubleIT {
    private final Path log;
    private final Path copy;
    private EmbeddedMongo mongo;
    private EmbeddedKafka kafka;
    private Trial trial;

    RelayTroubleIT(@TempDir Path folder) {
        this.log = folder.resolve("kafka");
        this.copy = folder.resolve("copy");
    }

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.inMemory();
        kafka = EmbeddedKafka.start(log, 0);
        trial = new Trial(mongo.uri(), kafka.bootstrapServers());
    }

    @AfterEach
    void stop() {
        trial.close();
        kafka.close();
        mongo.close();
    }

    @Test
    void goesOnWhenKafkaAndThenTheStoreWereAway() throws Exception {
        var relay = trial.relay();
        trial.record(60);
        awaitSent(relay);
        kafka.stop();
        trial.record(60);
        Thread.sleep(Duration.ofSeconds(5));
        await("the outage is seen", () -> !relay.status().connected());
        assertThat(relay.status().lag()).isEqualTo(60);
        kafka.start();
        awaitSent(relay);
        mongo.stop();
        Thread.sleep(Duration.ofSeconds(1));
        mongo.start();
        await("the store is back", () -> isUp(relay));
        trial.record(60);
        awaitSent(relay);
        Received.all(trial.settings).assertSameAs(trial.log);
    }

    @Test
    void closesInSecondsWhileKafkaIsAway() {
        var relay = trial.relay();
        trial.record(30);
        awaitSent(relay);
        kafka.stop();
        trial.record(30);
        long began = System.nanoTime();
        relay.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        kafka.start();
        awaitSent(trial.relay());
        Received.all(trial.settings).assertSameAs(trial.log);
    }

    @Test
    void sendsAgainWhatKafkaLostWhileTheRelayWasStopped() throws IOException {
        sendAndKeepACopy();
        var relay = trial.relay();
        trial.record(120);
        awaitSent(relay);
        relay.close();
        kafka.stop();
        restoreTheCopy();
        kafka.start();
        trial.record(30);
        awaitSent(trial.relay());
        Received.all(trial.settings).assertSameAs(trial.log);
    }

    @Test
    void sendsAgainWhatKafkaLostUnderARunningRelay() throws IOException {
        sendAndKeepACopy();
        var relay = trial.relay();
        trial.record(40);
        awaitSent(relay);
        kafka.stop();
        restoreTheCopy();
        kafka.start();
        trial.record(300);
        awaitSent(relay);
        await("the relay is calm", () -> relay.status().connected());
        Received.all(trial.settings).assertSameAs(trial.log);
    }

    @Test
    void sendsEverythingToABrokerThatForgotEverything() throws IOException {
        var relay = trial.relay();
        trial.record(90);
        awaitSent(relay);
        kafka.stop();
        Folders.remove(log);
        kafka.start();
        trial.record(30);
        await(
                "all is there again",
                () -> relay.status().lag() == 0 && relay.status().connected());
        Received.all(trial.settings).assertSameAs(trial.log);
    }

    private void sendAndKeepACopy() throws IOException {
        try (var relay = trial.relay()) {
            trial.record(60);
            awaitSent(relay);
        }
        kafka.stop();
        Folders.copy(log, copy);
        kafka.start();
    }

    private void restoreTheCopy() throws IOException {
        Folders.remove(log);
        Folders.copy(copy, log);
    }

    private static boolean isUp(Relay relay) {
        try {
            return relay.status().connected();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
