package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, at either port: a clear answer, nothing of our insides in it, and nothing half-kept. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileIT {
    private static final int REQUESTS = 20_000;
    private static final int CLIENTS = 8;
    private static final int BATCH = 250;
    private static final int LEAST_HITS = 200;

    @TempDir
    private static Path folder;

    /** Longer than proxies and the usual clients keep a connection that nobody uses. */
    private static final Duration KEPT = Duration.ofSeconds(62);

    private static LinxiProcess linxi;
    private static int port;
    private static List<FutureTask<Boolean>> idle = List.of();

    private final HostileAnswers answers = new HostileAnswers();
    private final Acknowledged acknowledged = new Acknowledged();

    @BeforeAll
    static void start() {
        port = LinxiProcess.freePort();
        linxi = LinxiProcess.up(folder.resolve("data"), port, "--no-login");
        var client = new Client(linxi.url());
        var party = "{'id':'dakang','kind':'COOPERATIVE','name':{'zh':'大康'}}";
        assertThat(client.postAsNobody("/api/parties", party).statusCode()).isEqualTo(201);
        client.record("/api/parties", "dakang", "{'id':'xinfadi','kind':'MARKET','name':{'zh':'新发地'}}");
        client.record("/api/households", "dakang", "{'id':'H01','village':'tongxing'}");
        idle = Stream.of(port, port + 1).map(HostileIT::isKept).toList();
    }

    @AfterAll
    static void stop() {
        linxi.close();
    }

    @Test
    void answersWhateverIsSent() throws Exception {
        long seed = Long.getLong("linxi.seed", System.nanoTime());
        System.out.println("HostileIT: -Dlinxi.seed=" + seed);
        var callers = callers(seed);
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            for (int sent = 0; sent < REQUESTS && answers.faults().isEmpty(); sent += CLIENTS * BATCH) {
                batch(callers, pool);
            }
        }
        assertThat(answers.faults()).as("seed " + seed).isEmpty();
        int hits = callers.stream().mapToInt(HostileCaller::hits).sum();
        System.out.println("HostileIT: " + hits + " of " + REQUESTS + " hostile requests recorded, "
                + acknowledged.count() + " commands in all");
        assertThat(hits).as("some are right all the same").isGreaterThan(LEAST_HITS);
        assertEverythingIsFolded();
        assertNothingInTheLogs();
    }

    private List<HostileCaller> callers(long seed) {
        var client = new Client(linxi.url());
        var queries = client.get("/v3/api-docs");
        var commands = client.get("/v3/commands");
        var callers = new ArrayList<HostileCaller>();
        int injections = 0;
        for (int i = 0; i < CLIENTS; i++) {
            var requests = new HostileRequests(seed + i, queries, commands).share(i, CLIENTS);
            assertThat(requests.operations()).hasSizeGreaterThanOrEqualTo(45);
            injections += requests.injections();
            callers.add(new HostileCaller("h" + i + "-", requests, answers, acknowledged));
        }
        System.out.println("HostileIT: " + injections + " injections");
        assertThat(injections).isBetween(3_000, REQUESTS / 2);
        return callers;
    }

    /** What comes into the log meanwhile is what callers were told of, all of it and nothing else. */
    private void batch(List<HostileCaller> callers, ExecutorService pool) throws Exception {
        long head = head();
        var running = new ArrayList<Future<?>>();
        for (var caller : callers) {
            int to = running.size() % 2 == 0 ? port : port + 1;
            running.add(pool.submit(() -> caller.call(to, BATCH)));
        }
        for (var each : running) {
            each.get();
        }
        var events = new Client(linxi.url()).events(head);
        assertThat(events).hasSizeLessThan(10_000);
        assertThat(acknowledged.unknown(events))
                .as("recorded, and not answered with 2xx")
                .isEmpty();
        assertThat(head()).isEqualTo(head + events.length).isGreaterThanOrEqualTo(acknowledged.newest());
    }

    private void assertEverythingIsFolded() throws IOException {
        var client = new Client(linxi.url());
        for (var query : List.of("parties", "lots", "shipments", "settlements", "income", "sales")) {
            client.get("/api/" + query + "?atLeast=" + head());
        }
        var health = client.get("/actuator/health");
        assertThat(health.at("/components/feed/status").asString(""))
                .as(() -> "nothing is parked: " + health)
                .isEqualTo("UP");
        var data = folder.resolve("data").toString();
        try (var verify = LinxiProcess.run(folder, "en_US.UTF-8", "verify", "--data", data)) {
            assertThat(verify.exitCode()).as(verify::terminal).isZero();
        }
    }

    private void assertNothingInTheLogs() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(name -> name.toString().matches(".*(\\.log|\\.txt)"))
                    .toList()) {
                var personal = Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                        .filter(line -> line.contains(HostileRequests.MARK)
                                || line.contains("13812345678")
                                || line.contains("110101199003078515"))
                        .limit(3)
                        .toList();
                assertThat(personal).as("callers' words in " + file).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /api/parties\r\n\r\n",
                "GET /api/parties HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET /api/par{ties HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/a%2Fb%5Cc HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://evil/api/parties HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/parties HTTP/1.1\r\n\r\n",
                "TRACE /api/parties HTTP/1.1\r\nHost: a\r\n\r\n",
                "CONNECT evil:80 HTTP/1.1\r\nHost: a\r\n\r\n",
                "PUT /api/parties HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\n%zz",
                "POST /api/parties HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
                "POST /api/parties HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n{}",
                "POST /api/parties HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n",
                "POST /api/parties HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
                "POST /api/parties HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nPOST /api/parties HTTP/1.1\r\nHost: a\r\nX-Party: dakang\r\nContent-Length: 0\r\n\r\n"
            })
    void refusesWhatIsNoHttp(String bytes) throws IOException {
        long head = head();
        for (int to : new int[] {port, port + 1}) {
            refuse(to, bytes);
        }
        assertThat(answers.faults()).isEmpty();
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void refusesFloodsOfHeaders() throws IOException {
        for (int to : new int[] {port, port + 1}) {
            refuse(to, "GET /api/parties HTTP/1.1\r\nHost: a\r\n" + "X-A: b\r\n".repeat(5_000) + "\r\n");
            refuse(to, "GET /api/parties HTTP/1.1\r\nHost: a\r\nX-A: " + "b".repeat(100_000) + "\r\n\r\n");
        }
        assertThat(answers.faults()).isEmpty();
    }

    private void refuse(int to, String bytes) {
        try (var http = new RawHttp(to)) {
            var answer = http.send(bytes.getBytes(StandardCharsets.ISO_8859_1), false);
            assertThat(answer.status()).isBetween(400, 499);
            answers.judge(bytes, answer);
        } catch (SocketTimeoutException silent) {
            answers.fault("no answer: " + bytes.lines().findFirst().orElse(""));
        } catch (IOException closed) {
            // Closed without a word: clear enough for what is no HTTP.
            assertThat(closed).isNotNull();
        }
    }

    @Test
    void refusesBodiesOverTheLimitBeforeTheyAreThere() throws IOException {
        var chunk = "10000\r\n" + " ".repeat(1 << 16) + "\r\n";
        for (int to : new int[] {port, port + 1}) {
            try (var declared = new RawHttp(to);
                    var chunked = new RawHttp(to)) {
                var head = "POST /api/lots HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
                var first = declared.send(bytes(head + "Content-Length: 999999999\r\n\r\n{"), false);
                assertThat(List.of(first.status(), HostileAnswers.isProblem(first)))
                        .isEqualTo(List.of(413, true));
                var second = chunked.send(bytes(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(80)), false);
                assertThat(List.of(second.status(), HostileAnswers.isProblem(second)))
                        .isEqualTo(List.of(413, true));
            }
        }
    }

    /** Else a command now and then goes down a connection that is just being closed, and no client repeats it by itself. */
    @Test
    @Order(Integer.MAX_VALUE)
    void keepsConnectionsLongerThanCallersDo() throws Exception {
        for (var each : idle) {
            assertThat(each.get()).isTrue();
        }
    }

    /** Asks once, says nothing for as long as that, and looks then: meanwhile the other tests run. */
    private static FutureTask<Boolean> isKept(int to) {
        var looking = new FutureTask<>(() -> {
            try (var http = new RawHttp(to)) {
                var _ = http.send(bytes("GET /api/parties HTTP/1.1\r\nHost: a\r\n\r\n"), false);
                Thread.sleep(KEPT);
                return http.isOpen();
            }
        });
        Thread.ofVirtual().start(looking);
        return looking;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long head() throws IOException {
        try (var http = new RawHttp(port + 1)) {
            var get = "GET /api/events?limit=1&after=999999999 HTTP/1.1\r\nHost: a\r\n\r\n";
            return Long.parseLong(http.send(bytes(get), false).header("X-As-Of-Position"));
        }
    }
}
