package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import linxi.query.importing.run.Runs;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports before a command service that does what a test says: one command each, told apart by its household. */
class ImportRunIT {
    private static final JsonMapper JSON = new JsonMapper();
    /** What is answered for each, in turn; 201 where nothing is said, and again after the last. */
    private static final Map<String, List<Integer>> ANSWERS = new ConcurrentHashMap<>();

    private static final List<String> SENT = new CopyOnWriteArrayList<>();

    private static volatile int rehearsed;
    private static BesideCommands service;
    private static WebClient web;

    @BeforeAll
    static void start() throws IOException {
        service = new BesideCommands(Map.of("/rehearsal", ImportRunIT::rehearse, "/api", ImportRunIT::carryOut));
        web = service.web();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void forget() {
        ANSWERS.clear();
        SENT.clear();
        rehearsed = Integer.MAX_VALUE;
    }

    private static void rehearse(HttpExchange http) throws IOException {
        try (http) {
            var lines = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .count();
            var said = "{\"recorded\":false}\n".repeat((int) Math.min(lines, rehearsed));
            answer(http, 200, said);
        }
    }

    private static void carryOut(HttpExchange http) throws IOException {
        try (http) {
            var body = JSON.readTree(http.getRequestBody().readAllBytes());
            var id = body.path("id").asString("");
            long before = SENT.stream().filter(it -> it.startsWith(id + " ")).count();
            SENT.add(id + " " + http.getRequestHeaders().getFirst("Idempotency-Key"));
            var answers = ANSWERS.getOrDefault(id, List.of(201));
            int status = answers.get((int) Math.min(before, answers.size() - 1));
            answer(http, status, "{\"rule\":\"STAND_IN\",\"detail\":\"so\",\"errors\":[]}");
        }
    }

    private static void answer(HttpExchange http, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().add("Content-Type", "application/problem+json");
        http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        http.getResponseBody().write(bytes);
    }

    private static String bring(String... households) {
        return bringFor("office", households);
    }

    private static String bringFor(String party, String... households) {
        var table = "农户编号,村编号\n" + String.join(",v1\n", households) + ",v1\n";
        var taken = web.send("POST", "/import/households", table.getBytes(StandardCharsets.UTF_8), "X-Party", party);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        return WebClient.json(taken).path("page").asString("");
    }

    private static JsonNode await(String run, String stage) throws InterruptedException {
        JsonNode progress = web.get(run + "/progress");
        for (int i = 0; i < 600 && !progress.path("stage").asString("").equals(stage); i++) {
            Thread.sleep(50);
            progress = web.get(run + "/progress");
        }
        assertThat(progress.path("stage").asString("")).as(progress.toString()).isEqualTo(stage);
        return progress;
    }

    private static void begin(String run) throws InterruptedException {
        var _ = await(run, "JUDGED");
        assertThat(web.send("POST", run + "/start").statusCode()).isEqualTo(200);
    }

    @Test
    void asksAgainWithTheSameKeyWhereItIsBusy() throws InterruptedException {
        ANSWERS.put("H1", List.of(503, 500, 201));
        var run = bring("H1", "H2");
        begin(run);
        assertThat(await(run, "SENT").path("sent").asInt()).isEqualTo(2);
        assertThat(SENT.stream().filter(it -> it.startsWith("H1 ")))
                .hasSize(3)
                .containsOnly(SENT.stream()
                        .filter(it -> it.startsWith("H1 "))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void goesOnAfterARefusalAndGivesItsRowBack() throws InterruptedException {
        ANSWERS.put("H1", List.of(409));
        var run = bring("H1", "H2");
        begin(run);
        var end = await(run, "SENT");
        assertThat(end.path("sent").asInt()).isEqualTo(1);
        assertThat(end.path("flawed").asInt()).isEqualTo(1);
        assertThat(web.body(run + "/failed.csv").lines()).containsExactly("\uFEFF未导入原因,农户编号,村编号", "so,H1,v1");
    }

    @Test
    void stopsWhenToldToAndWhenNobodyIsLoggedInAnyLonger() throws InterruptedException {
        ANSWERS.put("H1", List.of(503));
        var run = bring("H1", "H2", "H3", "H4", "H5", "H6");
        begin(run);
        assertThat(web.send("POST", run + "/stop").statusCode()).isEqualTo(200);
        var _ = await(run, "STOPPED");
        assertThat(web.body(run + "/failed.csv")).contains("H1");
        ANSWERS.put("H1", List.of(401));
        var other = bring("H1", "H2");
        begin(other);
        assertThat(await(other, "BROKEN_OFF").path("problem").asString("")).isEqualTo("NOT_LOGGED_IN");
        assertThat(web.body(other)).contains("登录已失效");
    }

    @Test
    void failsWhereNotEverythingIsJudged() throws InterruptedException {
        rehearsed = 1;
        var run = bring("H1", "H2");
        assertThat(await(run, "FAILED").path("problem").asString("")).isEqualTo("COMMANDS_AWAY");
        assertThat(web.send("POST", run + "/start").statusCode()).isEqualTo(409);
        assertThat(SENT).isEmpty();
    }

    @Test
    void hasOneUnderWayForEachCaller() throws InterruptedException {
        ANSWERS.put("H1", List.of(503));
        var run = bring("H1");
        begin(run);
        var second = web.send("POST", "/import/households", new byte[] {'x'}, "X-Party", "office");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(WebClient.json(second).path("rule").asString("")).isEqualTo("IMPORT_UNDER_WAY");
        assertThat(web.send("POST", run + "/stop").statusCode()).isEqualTo(200);
        var _ = await(run, "STOPPED");
    }

    /** The row of the page of operations about the import of one organisation, once it says that. */
    private static String noted(String party, String said) throws InterruptedException {
        var row = "";
        for (int i = 0; i < 200 && !row.contains(said); i++) {
            Thread.sleep(50);
            row = Pattern.compile("<tr data-refused-import>.*?</tr>", Pattern.DOTALL)
                    .matcher(web.body("/operations"))
                    .results()
                    .map(MatchResult::group)
                    .filter(it -> it.contains(">" + party + "<"))
                    .collect(Collectors.joining("\n\n"));
        }
        assertThat(row).contains(said).doesNotContain("\n\n");
        return row;
    }

    @Test
    void leavesALineForOperationsWhereRowsAreRefused() throws InterruptedException {
        ANSWERS.put("PRIVATE1", List.of(409));
        var run = bringFor("mill", "PRIVATE1", "H2", "NO ID");
        var _ = await(run, "JUDGED");
        assertThat(noted("mill", "检查完毕")).contains("NO_ID</code> × <span>1<", "1 / 3", "编号只用英文字母");
        begin(run);
        var _ = await(run, "SENT");
        assertThat(noted("mill", "导入完毕"))
                .contains("NO_ID</code>", "STAND_IN</code> × <span>1<", "2 / 3", ">农户<")
                .doesNotContain("PRIVATE1", "NO ID");
    }

    @Test
    void leavesALineForOperationsWhereItFailsAsAWhole() throws InterruptedException {
        rehearsed = 1;
        var _ = await(bringFor("farm", "H1", "H2"), "FAILED");
        assertThat(noted("farm", "没能检查这个文件")).contains("录入服务没有应答", "2 / 2");
        rehearsed = Integer.MAX_VALUE;
        var _ = await(bringFor("barn", "H1", "H2"), "JUDGED");
        assertThat(web.body("/operations")).as("nothing is wrong with it").doesNotContain(">barn<");
    }

    @Test
    void goesOnWhereNoLineCanBeLeft() throws InterruptedException {
        var lines = service.context().getBean(MongoDatabase.class).getCollection("refused_imports");
        var logged = new ListAppender<ILoggingEvent>();
        logged.list = new CopyOnWriteArrayList<>();
        var logger = (Logger) LoggerFactory.getLogger(Runs.class);
        logger.addAppender(logged);
        logged.start();
        lines.drop();
        var index = lines.createIndex(Indexes.ascending("kind"), new IndexOptions().unique(true));
        try {
            var _ = lines.insertOne(new Document("kind", "HOUSEHOLDS"));
            ANSWERS.put("H1", List.of(409));
            var run = bring("H1", "H2");
            begin(run);
            assertThat(await(run, "SENT").path("sent").asInt()).isEqualTo(1);
            for (int i = 0; i < 200 && logged.list.isEmpty(); i++) {
                Thread.sleep(50);
            }
            assertThat(logged.list)
                    .extracting(ILoggingEvent::getLevel, ILoggingEvent::getMessage)
                    .containsOnly(tuple(Level.WARN, "a refused import is missing from the page of operations: {}"));
            assertThat(web.body(run + "/failed.csv")).contains("H1");
        } finally {
            logger.detachAppender(logged);
            lines.dropIndex(index);
            lines.drop();
        }
    }

    /** The first line of the answer to a file of that size, before any of it is sent. */
    private static String announced(long size) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            var head = "POST /import/households HTTP/1.1\r\nHost: a\r\nX-Party: office\r\nContent-Length: " + size
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(16), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void needsSomebodyToActForAndABoundedFile() throws IOException {
        assertThat(web.send("POST", "/import/households", new byte[] {'x'}).statusCode())
                .isEqualTo(422);
        assertThat(announced((8 << 20) + 1)).startsWith("HTTP/1.1 413 ");
        assertThat(web.send("GET", "/import/nothing").statusCode()).isEqualTo(404);
    }
}
