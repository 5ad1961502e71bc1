package linxi.allinone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
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

    /** Eight seconds, and the last call to the store that began within them: two for a connection, ten for its answer. */
    private static final Duration LONGEST_OF_A_SLOW_STORE = PATIENCE;

    private static final Duration SLOW = Duration.ofSeconds(20);
    private static final int CLIENTS = 300;
    private static final int READERS = 150;
    /** Of what is held for good, in bytes. */
    private static final double GROWTH = 32 << 20;

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
        queries = ServiceProcess.query(folder, store, kafka.bootstrapServers(), commands.url());
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
            books.requireViewsAsTheLogSays();
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
        assertThat(silence).isLessThan(OUTAGE.dividedBy(3));
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
        var during = load.answersSince(answers);
        assertThat(during).extracting(Reply::status).doesNotContain(0);
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

    /**
     * 300 clients and 150 readers on a MongoDB that takes seconds a call: who cannot be served is told so in time, and what
     * is held does not grow with them. Whoever waits for a position keeps nobody out.
     */
    @Test
    void aSlowStoreIsAnsweredForWithoutHoardingCallers() {
        try (var load = new Load(List.of(commands.url()), PATIENCE);
                var readers = new Readers(PATIENCE)) {
            load.begin();
            requireReadsWhileManyWait();
            load.start("a", CLIENTS, SEED);
            untilFurther(load, 300);
            double heap = commands.heldHeap();
            double queryHeap = queries.heldHeap();
            var slowly = new Slowly();
            int before = load.answers().size();
            toMongo.slow(Duration.ofSeconds(2), 200_000);
            readers.start(READERS, queries.url() + "/api/shipments?limit=5");
            slowly.watch();
            double laterHeap = commands.heldHeap();
            double laterQueryHeap = queries.heldHeap();
            readers.stop();
            toMongo.normal();
            var back = Await.until("swift again", BACK, () -> isSwift(load));
            load.stop();
            var commandAnswers = load.answersSince(before);
            System.out.printf(
                    "slow MongoDB: at most %.0f commands and %.0f queries in hand, %.0f queued; held %.0f then %.0f MiB, "
                            + "queries %.0f then %.0f MiB; swift again after %s%n",
                    slowly.mostCommands,
                    slowly.mostQueries,
                    slowly.mostQueued,
                    heap / (1 << 20),
                    laterHeap / (1 << 20),
                    queryHeap / (1 << 20),
                    laterQueryHeap / (1 << 20),
                    back);
            requireBoundedAnswers("reads", readers.answers(), LONGEST_ANSWER);
            requireBoundedAnswers("commands", commandAnswers, LONGEST_OF_A_SLOW_STORE);
            assertThat(slowly.mostCommands).isBetween(1.0, 256.0);
            assertThat(slowly.mostQueries).isBetween(1.0, 100.0);
            assertThat(slowly.mostQueued).isLessThanOrEqualTo(256);
            assertThat(laterHeap).isLessThan(heap + GROWTH);
            assertThat(laterQueryHeap).isLessThan(queryHeap + GROWTH);
            books.requireAllOf(load.acknowledged());
        }
    }

    /** Some were told to come again; all were answered, and in time. */
    private static void requireBoundedAnswers(String whose, List<Reply> answers, Duration limit) {
        var refused = answers.stream().filter(reply -> reply.status() == 503).toList();
        var longest = answers.stream().map(Reply::took).max(Duration::compareTo).orElseThrow();
        System.out.printf(
                "slow MongoDB: %d answers to %s, %s times 503 (%s), longest answer %s%n",
                answers.size(),
                whose,
                refused.size(),
                refused.stream().collect(Collectors.groupingBy(Reply::rule, Collectors.counting())),
                longest);
        assertThat(refused)
                .as(whose)
                .isNotEmpty()
                .allMatch(reply -> !reply.header("Retry-After").isEmpty());
        assertThat(refused).as(whose).anyMatch(reply -> reply.rule().equals("COME_AGAIN"));
        assertThat(answers).as(whose).noneMatch(reply -> reply.status() == 0);
        assertThat(longest).as(whose).isLessThan(limit);
    }

    /** More of them than may read at once. */
    private void requireReadsWhileManyWait() {
        try (var waiting = new Readers(PATIENCE)) {
            waiting.start(READERS, queries.url() + "/api/lots?limit=1&atLeast=1000000000");
            Await.sleep(1_500);
            for (int i = 0; i < 20; i++) {
                assertThat(get("/api/lots?limit=1").status()).isEqualTo(200);
            }
            waiting.stop();
            assertThat(waiting.answers()).extracting(Reply::rule).containsOnly("NOT_THAT_FAR_YET");
        }
    }

    /** What is seen from outside while it is slow. */
    private final class Slowly {
        private double mostCommands;
        private double mostQueries;
        private double mostQueued;

        void watch() {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < SLOW.toNanos()) {
                mostCommands = Math.max(mostCommands, commands.metric("linxi_commands_in_hand"));
                mostQueued = Math.max(mostQueued, commands.metric("linxi_log_queue"));
                mostQueries = Math.max(mostQueries, queries.metric("linxi_queries_in_hand"));
                Await.sleep(500);
            }
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
