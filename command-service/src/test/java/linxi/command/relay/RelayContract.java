package linxi.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static linxi.command.relay.Trial.await;
import static linxi.command.relay.Trial.awaitSent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import linxi.events.wire.Envelope;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the relay promises, with any broker and any store. */
abstract class RelayContract {
    private Trial trial;

    abstract String mongo();

    abstract String kafka();

    @BeforeEach
    void open() {
        trial = new Trial(mongo(), kafka());
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void carriesEverythingOnceAndInOrder() {
        trial.record(100);
        var relay = trial.relay();
        trial.record(200);
        awaitSent(relay);
        var received = Received.all(trial.settings);
        received.assertSameAs(trial.log);
        assertThat(received.records()).hasSize(300).allSatisfy(record -> {
            var key = Envelope.fromJson(record.value()).key().getBytes(UTF_8);
            assertThat(record.key()).isEqualTo(key);
            assertThat(record.partition())
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, trial.settings.partitions()));
        });
        assertThat(relay.status()).isEqualTo(new RelayStatus(300, 0, true, true, null));
    }

    @Test
    void repeatsWithTheSameMarksWhatItSentBeforeACrash() {
        trial.record(50);
        var sent = new AtomicInteger();
        var crashing = trial.relay(trial.settings, () -> {
            if (sent.incrementAndGet() == 2) {
                throw new ThreadDead();
            }
        });
        awaitSent(crashing);
        trial.record(70);
        await("the crash", () -> sent.get() == 2);
        trial.record(30);
        awaitSent(trial.relay());
        var received = Received.all(trial.settings);
        assertThat(received.records()).hasSizeGreaterThan(150);
        received.assertSameAs(trial.log);
    }

    @Test
    void recoversByItselfFromAFailureBetweenSendAndState() {
        trial.record(50);
        var sent = new AtomicInteger();
        var relay = trial.relay(trial.settings, () -> {
            if (sent.incrementAndGet() % 2 == 1) {
                throw new IllegalStateException("injected");
            }
        });
        trial.record(50);
        awaitSent(relay);
        assertThat(relay.status().lastError()).isEqualTo("injected");
        Received.all(trial.settings).assertSameAs(trial.log);
    }

    @Test
    void sendsFromOneInstanceAndHandsOverWhenItStops() {
        var first = trial.relay();
        await("the first sends", () -> first.status().connected());
        var second = trial.relay();
        trial.record(90);
        awaitSent(first);
        await("one leads", () -> first.status().leading() != second.status().leading());
        first.close();
        trial.record(60);
        awaitSent(second);
        assertThat(second.status().leading()).isTrue();
        var received = Received.all(trial.settings);
        received.assertSameAs(trial.log);
        // Both would come to 240 and more; a machine that stands still for a lease's term may repeat a batch.
        assertThat(received.records()).hasSizeBetween(150, 200);
    }

    @Test
    void refusesATopicWithAnotherNumberOfPartitions() {
        trial.record(3);
        var right = trial.relay();
        awaitSent(right);
        right.close();
        var settings = trial.settings;
        var wrong =
                trial.relay(new RelaySettings(settings.bootstrapServers(), settings.topic(), 3, (short) 1), () -> {});
        trial.record(3);
        await("the refusal", () -> wrong.pulse().lastError() != null);
        assertThat(wrong.pulse().lastError()).contains("6 partitions").contains("linxi.kafka.partitions is 3");
        assertThat(Received.all(settings).records()).hasSize(3);
    }

    /** Ends the thread without a chance to tidy up, as near to a crash as one JVM allows. */
    private static final class ThreadDead extends Error {
        private static final long serialVersionUID = 1L;

        ThreadDead() {
            super("injected", null, false, false);
        }
    }
}
