package linxi.allinone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two command services on one store: either may end or stand still at any moment, and nothing shows but a pause. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoCommandServicesIT {
    private static final Duration TAKE_OVER = Duration.ofSeconds(10);
    /** A new relay also looks at what Kafka has, which takes its time where processors are scarce. */
    private static final Duration RELAY = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long SEED = System.nanoTime();

    private final EmbeddedMongo mongo;
    private final EmbeddedKafka kafka;
    private final Books books;
    private final Path folder;
    private ServiceProcess one;
    private ServiceProcess two;

    TwoCommandServicesIT(@TempDir Path folder) {
        System.out.println("seed " + SEED);
        this.folder = folder;
        mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        books = new Books(mongo.uri());
        one = start();
        two = start();
        one.awaitReady();
        two.awaitReady();
        try (var load = load()) {
            load.begin();
        }
    }

    private Load load() {
        return new Load(List.of(one.url(), two.url()), PATIENCE);
    }

    private ServiceProcess start() {
        return ServiceProcess.command(folder, mongo.uri(), kafka.bootstrapServers());
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
        books.close();
        kafka.close();
        mongo.close();
    }

    @Test
    @Order(3)
    void theOtherTakesOverFromAHolderThatIsKilledOrStandsStill() {
        try (var load = load()) {
            leadWith(two);
            load.start("killed", 8, SEED);
            untilFurther(load, 200);

            long killed = killHolding(two, load);
            Await.until("a new relay", RELAY, () -> isLeading(one));
            var relay = Duration.ofNanos(System.nanoTime() - killed);
            untilFurther(load, 200);
            var silence = load.longestSilenceSince(killed);
            System.out.printf("log taken over within %s, relay within %s%n", silence, relay);
            assertThat(silence).isLessThan(TAKE_OVER);

            load.stop();
            books.requireAllOf(load.acknowledged());
        }
    }

    /** It wakes in the middle of what it did as the holder, and finds that another has gone on. */
    @Test
    @Order(2)
    void aHolderThatStoodStillDoesNoHarmWhenItWakes() {
        try (var load = load()) {
            leadWith(two);
            load.start("frozen", 8, SEED);
            untilFurther(load, 100);
            for (int i = 0; i < 2; i++) {
                var _ = freezeHolding(two, load);
                untilFurther(load, 100);
                two.thaw();
                untilFurther(load, 100);
            }
            load.stop();
            books.requireAllOf(load.acknowledged());
            Await.until("all in Kafka", RELAY, () -> lag(one) == 0);
        }
    }

    private static double lag(ServiceProcess service) {
        return service.metric("linxi_relay_lag");
    }

    /** Answers get lost, and eight callers send the same again at once, to both, and to successors of both. */
    @Test
    @Order(1)
    void aCommandHasOneEffectAndOneAnswerHoweverOftenItIsSent() {
        try (var toOne = new TcpProxy(one.port(), SEED);
                var toTwo = new TcpProxy(two.port(), SEED + 1)) {
            toOne.loseAnswers(0.3);
            toTwo.loseAnswers(0.3);
            var repeats = new Repeats(List.of(toOne.url(), toTwo.url()), SEED);
            repeats.send(250);
            repeats.judgeAnew(20);
            var recorded = books.recorded();
            one.stop();
            one.close();
            one = start().awaitReady();
            two.kill();
            repeats.repeat(List.of(one.url()), 60);
            repeats.refuseOthers(one.url(), 30);
            assertThat(books.recorded()).isEqualTo(recorded);
            assertThat(recorded.keySet()).containsAll(repeats.keys());
            two = start().awaitReady();
        }
    }

    /** The one that sends to Kafka. */
    private void leadWith(ServiceProcess service) {
        var other = service.equals(one) ? two : one;
        if (!isLeading(service)) {
            other.freeze();
            Await.until("leading", RELAY, () -> isLeading(service));
            other.thaw();
        }
    }

    private static boolean isLeading(ServiceProcess service) {
        return service.metric("linxi_relay_connected") == 1;
    }

    private static void untilFurther(Load load, int commands) {
        int before = load.acknowledgedSoFar();
        Await.until("more commands", Duration.ofSeconds(60), () -> load.acknowledgedSoFar() >= before + commands);
    }

    /** SIGKILL while it holds the lease of the log: stopped first, to be sure of that; when it was. */
    private long killHolding(ServiceProcess victim, Load load) {
        long frozen = freezeHolding(victim, load);
        victim.kill();
        return frozen;
    }

    private long freezeHolding(ServiceProcess victim, Load load) {
        for (int tries = 0; tries < 50; tries++) {
            victim.freeze();
            var holder = books.holder("log");
            long frozen = System.nanoTime();
            int before = load.acknowledgedSoFar();
            Await.sleep(400);
            // Whoever is left takes turns of 200 ms: where nothing moves, the frozen one holds it.
            if (!holder.isEmpty() && holder.equals(books.holder("log")) && load.acknowledgedSoFar() == before) {
                return frozen;
            }
            victim.thaw();
            Await.sleep(130);
        }
        throw new AssertionError("it never holds the lease");
    }
}
