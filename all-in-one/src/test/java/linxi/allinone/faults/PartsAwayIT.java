package linxi.allinone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import linxi.allinone.faults.Http.Reply;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** MongoDB or Kafka goes away, or slows down, while clients trade: bounded answers, and everything goes on after. */
@Timeout(300)
class PartsAwayIT {
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    /** What a caller waits at most, with room for a crowded machine. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(12);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BACK = Duration.ofSeconds(20);
    private static final long SEED = System.nanoTime();

    private final EmbeddedMongo mongo;
    private final EmbeddedKafka kafka;
    private final TcpProxy toMongo;
    private final Books books;
    private final ServiceProcess commands;
    private final ServiceProcess queries;

    PartsAwayIT(@TempDir Path folder) {
        System.out.println("seed " + SEED);
        mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        toMongo = new TcpProxy(mongo.port(), SEED);
        books = new Books(mongo.uri());
        var store = "mongodb://127.0.0.1:" + toMongo.port() + "/?retryWrites=false";
        commands = ServiceProcess.command(folder, store, kafka.bootstrapServers());
        queries = ServiceProcess.query(folder, mongo.uri(), kafka.bootstrapServers(), commands.url());
        commands.awaitReady();
        queries.awaitReady();
    }

    @AfterEach
    void stop() {
        queries.close();
        commands.close();
        books.close();
        toMongo.close();
        kafka.close();
        mongo.close();
    }

    @Test
    void everythingGoesOnAfterAnOutageOfEither() {
        try (var load = new Load(List.of(queries.url(), commands.url()), PATIENCE)) {
            load.begin();
            load.start("a", 8, SEED);
            untilFurther(load, 100);
            withoutKafka(load);
            withoutMongo(load);
            load.stop();
            books.requireAllOf(load.acknowledged());
            assertThat(load.longestAnswer()).isLessThan(LONGEST_ANSWER);
            long head = load.newest();
            Await.until(
                    "all folded",
                    BACK,
                    () -> get("/api/lots?limit=1&atLeast=" + head).status() == 200);
        }
    }

    /** Commands do not need Kafka; queries answer what they have, and say how old it is. */
    private void withoutKafka(Load load) {
        long before = System.nanoTime();
        int acknowledged = load.acknowledgedSoFar();
        kafka.stop();
        Await.sleep(OUTAGE.toMillis() / 2);
        double halfway = commands.metric("linxi_relay_lag");
        Await.sleep(OUTAGE.toMillis() / 2);
        var status = commands.health("relay");
        double lag = commands.metric("linxi_relay_lag");
        assertThat(status.path("status").asString()).isEqualTo("DELAYED");
        assertThat(lag).isGreaterThan(halfway);
        assertThat(halfway).isPositive();
        int during = load.acknowledgedSoFar() - acknowledged;
        var silence = load.longestSilenceSince(before);
        assertThat(silence).isLessThan(Duration.ofSeconds(3));
        long head = load.newest();
        var old = get("/api/lots?limit=1");
        assertThat(old.status()).isEqualTo(200);
        assertThat(Long.parseLong(old.header("X-As-Of-Position"))).isLessThan(head);
        assertThat(get("/api/lots?limit=1&atLeast=" + head).status()).isEqualTo(503);
        kafka.start();
        var caughtUp = Await.until(
                "the feed caught up",
                BACK.multipliedBy(2),
                () -> get("/api/lots?limit=1&atLeast=" + head).status() == 200);
        assertThat(commands.metric("linxi_relay_lag")).isLessThan(lag);
        System.out.printf(
                "Kafka away: %d commands recorded, longest silence %s, lag %.0f then %.0f, caught up %s after%n",
                during, silence, halfway, lag, caughtUp);
    }

    private void withoutMongo(Load load) {
        int answers = load.answers().size();
        mongo.stop();
        long away = System.nanoTime();
        Duration query = Duration.ZERO;
        while (System.nanoTime() - away < OUTAGE.toNanos()) {
            var asked = get("/api/lots?limit=1");
            assertThat(asked.status()).isEqualTo(503);
            assertThat(asked.header("Retry-After")).isNotEmpty();
            query = asked.took().compareTo(query) > 0 ? asked.took() : query;
        }
        int acknowledged = load.acknowledgedSoFar();
        mongo.start();
        var back = Await.until("commands", BACK, () -> load.acknowledgedSoFar() > acknowledged + 20);
        var during = load.answers().subList(answers, load.answers().size());
        var refused = during.stream().filter(reply -> reply.status() == 503).toList();
        assertThat(refused)
                .isNotEmpty()
                .allMatch(reply -> !reply.header("Retry-After").isEmpty());
        var longest = refused.stream().map(Reply::took).max(Duration::compareTo).orElseThrow();
        System.out.printf(
                "MongoDB away: %d times 503, longest %s, queries %s, commands went on %s after%n",
                refused.size(), longest, query, back);
        assertThat(longest).isLessThan(LONGEST_ANSWER);
        assertThat(query).isLessThan(LONGEST_ANSWER);
    }

    /** 300 callers on a store that takes seconds: refused in time, and neither threads nor memory grow with them. */
    @Test
    void aSlowStoreIsAnsweredForWithoutHoardingCallers() {
        try (var load = new Load(List.of(commands.url()), PATIENCE)) {
            load.begin();
            load.start("a", 300, SEED);
            untilFurther(load, 500);
            double threads = commands.metric("jvm_threads_live_threads");
            toMongo.slow(Duration.ofSeconds(2), 200_000);
            long slow = System.nanoTime();
            double mostThreads = threads;
            double mostHeap = 0;
            while (System.nanoTime() - slow < Duration.ofSeconds(20).toNanos()) {
                mostThreads = Math.max(mostThreads, commands.metric("jvm_threads_live_threads"));
                mostHeap = Math.max(mostHeap, commands.metric("jvm_memory_used_bytes"));
                Await.sleep(500);
            }
            toMongo.normal();
            var back = Await.until("swift again", BACK, () -> isSwift(load));
            load.stop();
            System.out.printf(
                    "slow MongoDB: longest answer %s, threads %.0f then %.0f, memory %.0f MiB, swift again after %s%n",
                    load.longestAnswer(), threads, mostThreads, mostHeap / (1 << 20), back);
            assertThat(load.longestAnswer()).isLessThan(LONGEST_ANSWER);
            assertThat(mostThreads).isLessThan(threads + 40);
            books.requireAllOf(load.acknowledged());
        }
    }

    private static boolean isSwift(Load load) {
        int before = load.acknowledgedSoFar();
        Await.sleep(1_000);
        return load.acknowledgedSoFar() - before > 50;
    }

    private Reply get(String path) {
        return Http.get(queries.url() + path, PATIENCE);
    }

    private static void untilFurther(Load load, int commands) {
        int before = load.acknowledgedSoFar();
        Await.until("more commands", Duration.ofMinutes(1), () -> load.acknowledgedSoFar() >= before + commands);
    }
}
