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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One id from a request through its events to the histories, its answers and its log lines. */
class CorrelationIT {
    private static final String HEADER = "X-Correlation-Id";

    @TempDir
    private static Path folder;

    private static LinxiProcess linxi;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        linxi = started();
        http = HttpClient.newHttpClient();
        var client = new Client(linxi.url());
        client.postAsNobody("/api/parties", "{'id':'coop','kind':'COOPERATIVE','name':{'zh':'合作社'}}");
        client.record("/api/parties", "coop", "{'id':'xfd','kind':'MARKET','name':{'zh':'新发地'}}");
        client.record("/api/products", "coop", "{'id':'egg','kind':'EGG','name':{'zh':'鸡蛋'},'baseUnit':'PIECE'}");
        client.record(
                "/api/lots",
                "coop",
                "{'id':'L1','origin':'coop','product':'egg','quantity':{'amount':90,'unit':'PIECE'},'producedAt':'2020-05-01T06:00:00+08:00'}");
    }

    /** Another process may take a port between the look whether it is free and its use: then once more. */
    private static LinxiProcess started() {
        for (int attempt = 1; ; attempt++) {
            var process = launched(LinxiProcess.freePort());
            try {
                process.awaitReady();
                return process;
            } catch (IllegalStateException e) {
                process.close();
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    private static LinxiProcess launched(int port) {
        var data = folder.resolve("data");
        var arguments = List.of("up", "--no-login", "--data", data.toString(), "--port", Integer.toString(port));
        return LinxiProcess.start(
                Jvm.linxi(400, arguments), data, port, Map.of("LANG", "en_US.UTF-8", "LINXI_LOG_FORMAT", "json"));
    }

    @AfterAll
    static void stop() {
        http.close();
        linxi.close();
    }

    @Test
    void leadsFromARequestToEventsHistoriesAnswersAndLogLines() throws IOException {
        var logged = post("/api/shipments", "coop", shipment("S1"), "trip-1.log");
        assertThat(logged.statusCode()).isEqualTo(201);
        assertThat(logged.headers().allValues(HEADER)).containsExactly("trip-1.log");
        var arrived = post("/api/shipments/S1/dispatch", "coop", "{}", "trip-1.dispatch");
        var position = arrived.headers().firstValue("X-Position").orElseThrow();
        assertThat(correlationsOf("shipment-logged")).containsExactly("trip-1.log");
        assertThat(correlationsOf("lot-reserved")).containsExactly("trip-1.log");
        var shipment = get("/api/shipments/S1?atLeast=" + position, "asked-1");
        assertThat(shipment.headers().allValues(HEADER)).containsExactly("asked-1");
        assertThat(correlations(Client.json(shipment.body()).get("history")))
                .containsExactly("trip-1.log", "trip-1.dispatch");
        assertThat(lines("trip-1.dispatch"))
                .anyMatch(line -> line.get("message").asString().startsWith("POST /api/shipments/{id}/dispatch: 200"));
    }

    @Test
    void standsInTheHistoryOfASettlementAndOfItsShipment() {
        trade("S2");
        var opened = post(
                "/api/settlements",
                "coop",
                "{'id':'B2','origin':'coop','market':'xfd','shipments':['S2']}",
                "settle-2");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var at = opened.headers().firstValue("X-Position").orElseThrow();
        var settlement =
                Client.json(get("/api/settlements/B2?atLeast=" + at, "a").body());
        assertThat(correlations(settlement.get("history"))).containsExactly("settle-2");
        var shipment = Client.json(get("/api/shipments/S2", "a").body());
        assertThat(correlations(shipment.get("history"))).endsWith("settle-2");
    }

    @Test
    void comesBackInEveryRefusal() {
        refused(post("/api/shipments/none/dispatch", "coop", "{}", "refused-1"), 404, "refused-1");
        refused(post("/api/shipments", "coop", "{", "refused-2"), 400, "refused-2");
        refused(get("/api/shipments/none", "refused-3"), 404, "refused-3");
        refused(get("/api/shipments?limit=0", "refused-4"), 400, "refused-4");
        refused(get("/nowhere", "refused-5"), 404, "refused-5");
        refused(post("/api/nowhere", "coop", "{}", "refused-6"), 404, "refused-6");
        refused(get("/api/shipments?atLeast=999999", "refused-7"), 503, "refused-7");
    }

    @Test
    void isMadeWhereTheCallerSendsNoneOrABadOne() {
        for (var bad : new String[] {"", "a b", "{\"$gt\":1}", "x".repeat(65), "13912345678", "${jndi:ldap://x}"}) {
            var answer = post("/api/shipments/none/dispatch", "coop", "{}", bad);
            var made = answer.headers().firstValue(HEADER).orElseThrow();
            assertThat(UUID.fromString(made)).isNotNull();
            refused(answer, 404, made);
        }
    }

    /** What the switch promises: every line is JSON, with its time, level, logger and message. */
    @Test
    void everyLineOfTheLogIsJson() throws IOException {
        refused(post("/api/shipments/none/dispatch", "coop", "{}", "line-1"), 404, "line-1");
        assertThat(lines(null)).isNotEmpty().allSatisfy(line -> {
            for (var field : new String[] {"@timestamp", "level", "logger_name", "thread_name", "message"}) {
                assertThat(line.has(field)).as(field + " in " + line).isTrue();
            }
        });
        assertThat(lines("line-1")).isNotEmpty();
    }

    private static void trade(String id) {
        var steps = List.of(
                post("/api/shipments", "coop", shipment(id), "trade"),
                post("/api/shipments/" + id + "/dispatch", "coop", "{}", "trade"),
                post("/api/shipments/" + id + "/arrival", "xfd", "{}", "trade"),
                post(
                        "/api/shipments/" + id + "/receipts",
                        "xfd",
                        "{'lines':[{'lot':'L1','accepted':{'amount':30,'unit':'PIECE'}}]}",
                        "trade"));
        assertThat(steps).allSatisfy(step -> assertThat(step.statusCode()).isBetween(200, 201));
    }

    private static String shipment(String id) {
        return "{'id':'%s','origin':'coop','market':'xfd','channel':'SUPERMARKET','lines':[{'lot':'L1','quantity':{'amount':30,'unit':'PIECE'},'price':{'fen':70,'per':'PIECE'}}]}"
                .formatted(id);
    }

    private static void refused(HttpResponse<String> answer, int status, String correlation) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().allValues(HEADER)).containsExactly(correlation);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Client.json(answer.body()).get("correlation").asString()).isEqualTo(correlation);
    }

    private static List<String> correlationsOf(String event) {
        return Arrays.stream(new Client(linxi.url()).events(0))
                .map(Client::json)
                .filter(line -> line.get("name").asString().equals(event))
                .map(line -> line.get("correlation").asString())
                .filter(id -> id.startsWith("trip"))
                .toList();
    }

    private static List<String> correlations(JsonNode history) {
        var all = new ArrayList<String>();
        history.forEach(entry -> all.add(entry.get("correlation").asString()));
        return all;
    }

    /** @param correlation of the lines; null: all */
    private static List<JsonNode> lines(@org.jspecify.annotations.Nullable String correlation) throws IOException {
        var log = Files.readAllLines(folder.resolve("data").resolve("logs").resolve("linxi.log"));
        return log.stream()
                .map(Client::json)
                .filter(line -> correlation == null
                        || line.path("correlation").asString("").equals(correlation))
                .toList();
    }

    private static HttpResponse<String> post(String path, String party, String body, String correlation) {
        return send(HttpRequest.newBuilder(URI.create(linxi.url() + path))
                .header("Content-Type", "application/json")
                .header("X-Party", party)
                .header(HEADER, correlation)
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static HttpResponse<String> get(String path, String correlation) {
        return send(HttpRequest.newBuilder(URI.create(linxi.url() + path)).header(HEADER, correlation));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
