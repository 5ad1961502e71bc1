package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code docs/operations.md} promises of health and metrics, on both services as processes of their own. */
class OperationsIT {
    private static final Duration PROMPT = Duration.ofSeconds(3);
    private static final Pattern ROW = Pattern.compile("\\| `(linxi\\.[a-z.]+)` \\| (command|query|both) \\|.*");
    private static final Pattern TYPE = Pattern.compile("# TYPE (linxi_[a-z_]+) .*");

    @TempDir
    private static Path folder;

    private static EmbeddedMongo mongo;
    private static EmbeddedKafka kafka;
    private static LinxiProcess commands;
    private static LinxiProcess queries;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        commands = ServiceJvm.commands(folder.resolve("services"), mongo, kafka);
        queries = ServiceJvm.queries(folder.resolve("services"), mongo, kafka, commands);
        commands.awaitReady();
        queries.awaitReady();
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        queries.close();
        commands.close();
        kafka.close();
        mongo.close();
    }

    @Test
    void everyMetricIsInTheTableAndTheOtherWayRound() throws IOException {
        var client = new Client(queries.url());
        client.postAsNobody("/api/parties", "{'id':'coop','kind':'COOPERATIVE','name':{'zh':'合作社'}}");
        client.get("/api/parties/coop?atLeast=1");
        assertThat(get(queries, "/api/parties/none").statusCode()).isEqualTo(404);
        assertThat(get(commands, "/api/nothing").statusCode()).isEqualTo(404);
        // The first look finds partitions, the second shows them.
        assertThat(get(queries, "/actuator/prometheus").statusCode()).isEqualTo(200);
        var shown = new TreeMap<String, Set<String>>();
        shown.put("command", shown(commands));
        shown.put("query", shown(queries));
        assertThat(shown).isEqualTo(written());
        for (var service : new LinxiProcess[] {commands, queries}) {
            assertThat(get(service, "/actuator/prometheus").body()).contains("http_server_requests_seconds_count");
        }
    }

    @Test
    void healthIsPromptAndReadinessSpeaksOfCommandsAndQueriesWhateverIsAway() {
        await("all is well", () -> isOverall(commands, "UP") && isOverall(queries, "UP"));
        assertThat(Set.copyOf(health(commands, "").get("components").propertyNames()))
                .contains("store", "kafka", "lease", "relay");
        assertThat(Set.copyOf(health(queries, "").get("components").propertyNames()))
                .contains("mongo", "commands", "feed");

        kafka.stop();
        await("the outage of Kafka is seen", () -> isOverall(commands, "DELAYED") && isOverall(queries, "DELAYED"));
        assertThat(feed(queries).get("status").asString()).isEqualTo("DELAYED");
        assertThat(feed(queries).get("details").get("away").asString()).contains("Kafka");
        assertStatus("", 200);
        assertStatus("/readiness", 200);
        assertStatus("/liveness", 200);
        kafka.start();
        await("Kafka is back", () -> isOverall(commands, "UP") && isOverall(queries, "UP"));

        mongo.stop();
        await(
                "the outage of MongoDB is seen",
                () -> status(queries, "/readiness") == 503 && status(commands, "/readiness") == 503);
        assertStatus("/readiness", 503);
        assertStatus("", 503);
        assertStatus("/liveness", 200);
        mongo.start();
        await("MongoDB is back", () -> status(queries, "/readiness") == 200);
    }

    /** As where the containers start in any order, and the name of the broker means nothing yet. */
    @Test
    void aQueryServiceThatFindsNoKafkaAnswersAllTheSame() {
        try (var lonely = ServiceJvm.queries(folder.resolve("services"), mongo, "nowhere.invalid:9092", commands)) {
            lonely.awaitReady();
            assertThat(status(lonely, "")).isEqualTo(200);
            assertThat(feed(lonely).get("status").asString()).isEqualTo("DELAYED");
            assertThat(get(lonely, "/api/parties?limit=1").statusCode()).isEqualTo(200);
            var command = new Client(lonely.url()).postAsNobody("/api/parties", "{'id':");
            assertThat(command.statusCode()).isEqualTo(400);
        }
    }

    private static boolean isOverall(LinxiProcess service, String status) {
        return health(service, "").get("status").asString().equals(status);
    }

    private static JsonNode feed(LinxiProcess queries) {
        return health(queries, "").get("components").get("feed");
    }

    private static void assertStatus(String group, int expected) {
        assertThat(status(commands, group)).as("command " + group).isEqualTo(expected);
        assertThat(status(queries, group)).as("query " + group).isEqualTo(expected);
    }

    private static int status(LinxiProcess service, String group) {
        return timed(service, group).statusCode();
    }

    private static JsonNode health(LinxiProcess service, String group) {
        return Client.json(timed(service, group).body());
    }

    /** Three times at most: the machine may be busy with other things, but not each time. */
    private static HttpResponse<String> timed(LinxiProcess service, String group) {
        for (int tries = 1; ; tries++) {
            long began = System.nanoTime();
            var answer = get(service, "/actuator/health" + group);
            var took = Duration.ofNanos(System.nanoTime() - began);
            if (took.compareTo(PROMPT) < 0) {
                return answer;
            }
            System.out.printf("health%s has taken %s%n", group, took);
            assertThat(tries).as(answer.body()).isLessThan(3);
        }
    }

    private static Map<String, Set<String>> written() throws IOException {
        var written = new TreeMap<String, Set<String>>(Map.of("command", new TreeSet<>(), "query", new TreeSet<>()));
        for (var line : Files.readAllLines(Path.of("..", "docs", "operations.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                written.forEach((service, names) -> {
                    if (row.group(2).equals(service) || row.group(2).equals("both")) {
                        names.add(row.group(1).replace('.', '_'));
                    }
                });
            }
        }
        return written;
    }

    private static Set<String> shown(LinxiProcess service) {
        var shown = new TreeSet<String>();
        for (var line : get(service, "/actuator/prometheus").body().lines().toList()) {
            var type = TYPE.matcher(line);
            if (type.matches()) {
                shown.add(type.group(1).replaceAll("(_total|_seconds(_max)?)$", ""));
            }
        }
        return shown;
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static HttpResponse<String> get(LinxiProcess service, String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
