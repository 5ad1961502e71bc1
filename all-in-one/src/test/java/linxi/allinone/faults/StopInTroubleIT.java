package linxi.allinone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import linxi.allinone.SlowCallers;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM to each of the services, under load and in trouble: gone within ten seconds, and nothing acknowledged is lost. */
@Timeout(300)
class StopInTroubleIT {
    /** The ten of the promise, and two for a machine that stands still meanwhile. */
    private static final Duration LIMIT = Duration.ofSeconds(12);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ACKNOWLEDGED = 100;
    private static final long SEED = System.nanoTime();

    private final EmbeddedMongo mongo;
    private final EmbeddedKafka kafka;
    private final TcpProxy toMongo;
    private final ServiceProcess commands;
    private final ServiceProcess queries;
    private final Load load;

    StopInTroubleIT(@TempDir Path folder) {
        System.out.println("seed " + SEED);
        mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        toMongo = new TcpProxy(mongo.port(), SEED);
        var store = "mongodb://127.0.0.1:" + toMongo.port() + "/?retryWrites=false";
        commands = ServiceProcess.command(folder, store, kafka.bootstrapServers());
        queries = ServiceProcess.query(folder, store, kafka.bootstrapServers(), commands.url());
        commands.awaitReady();
        queries.awaitReady();
        load = new Load(List.of(queries.url(), commands.url()), PATIENCE);
        load.begin();
        load.start("a", 4, SEED);
        Await.until("commands", Duration.ofMinutes(1), () -> load.acknowledgedSoFar() >= ACKNOWLEDGED);
    }

    @AfterEach
    void stop() {
        load.close();
        queries.close();
        commands.close();
        toMongo.close();
        kafka.close();
        mongo.close();
    }

    @Test
    void withSlowCallersOpen() throws IOException, InterruptedException {
        try (var one = SlowCallers.on(queries.port());
                var other = SlowCallers.on(commands.port())) {
            var over = new AtomicBoolean();
            var dripping = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    one.drip();
                    other.drip();
                    Await.sleep(500);
                }
            });
            Await.sleep(1_000);
            stopsInTime("slow callers");
            over.set(true);
            dripping.join();
        }
        nothingIsLost();
    }

    @Test
    void withoutKafka() {
        kafka.stop();
        Await.sleep(2_000);
        stopsByItself("without Kafka");
        nothingIsLost();
    }

    @Test
    void withoutMongo() {
        mongo.stop();
        Await.sleep(2_000);
        stopsInTime("without MongoDB");
        mongo.start();
        nothingIsLost();
    }

    /** Takes what it is asked, and does not answer: what waits for it waits as long as it may. */
    @Test
    void withSlowCallersOpenAndAStoreThatHangs() throws IOException {
        try (var one = SlowCallers.on(queries.port());
                var other = SlowCallers.on(commands.port())) {
            one.drip();
            other.drip();
            toMongo.slow(Duration.ofMinutes(1), 200_000);
            kafka.stop();
            Await.sleep(2_000);
            stopsInTime("hanging store");
        }
        toMongo.normal();
        nothingIsLost();
    }

    /** Well before it would be cut off; the other troubles leave too little of the eight seconds to tell on any machine. */
    private void stopsByItself(String trouble) {
        stopsInTime(trouble);
        assertThat(commands.terminal()).doesNotContain("cut off");
        assertThat(queries.terminal()).doesNotContain("cut off");
    }

    private void stopsInTime(String trouble) {
        var one = CompletableFuture.supplyAsync(commands::stop);
        var other = CompletableFuture.supplyAsync(queries::stop);
        var command = one.join();
        var query = other.join();
        System.out.printf("%s: command-service stopped in %s, query-service in %s%n", trouble, command, query);
        cutOff(commands);
        cutOff(queries);
        assertThat(command).as(commands.terminal()).isLessThan(LIMIT);
        assertThat(query).as(queries.terminal()).isLessThan(LIMIT);
    }

    private static void cutOff(ServiceProcess service) {
        service.terminal()
                .lines()
                .filter(line -> line.contains("cut off"))
                .limit(20)
                .forEach(System.out::println);
    }

    private void nothingIsLost() {
        load.close();
        try (var books = new Books(mongo.uri())) {
            books.requireAllOf(load.acknowledged());
        }
    }
}
