package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands on their way through, against a server that only writes down what it was sent. */
class PassThroughIT {
    /** @param body its bytes, one character each */
    private record Sent(String method, String uri, String party, String key, String type, String body) {}

    private static final List<Sent> SENT = new CopyOnWriteArrayList<>();

    private static BesideCommands service;
    private static WebClient web;

    @BeforeAll
    static void start() throws IOException {
        service = new BesideCommands(Map.of(
                "/",
                PassThroughIT::answer,
                "/api/cut",
                http -> breakOff(http, 201, 9),
                "/api/cut/late",
                http -> breakOff(http, 200, 200_000)));
        web = service.web();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void forget() {
        SENT.clear();
    }

    private static void answer(HttpExchange http) throws IOException {
        try (http) {
            var headers = http.getRequestHeaders();
            SENT.add(new Sent(
                    http.getRequestMethod(),
                    http.getRequestURI().toString(),
                    String.valueOf(headers.getFirst("X-Party")),
                    String.valueOf(headers.getFirst("Idempotency-Key")),
                    String.valueOf(headers.getFirst("Content-Type")),
                    bytes(http.getRequestBody().readAllBytes())));
            boolean log = http.getRequestURI().getPath().equals("/api/events");
            var body = (log ? "{\"position\":1}\n{\"position\":2}\n" : "{\"id\":\"西\",\"position\":7}")
                    .getBytes(StandardCharsets.UTF_8);
            http.getResponseHeaders().add("Content-Type", log ? "application/x-ndjson" : "application/json");
            http.getResponseHeaders().add("Location", "/api/lots/T1");
            http.getResponseHeaders().add("X-Position", "7");
            http.getResponseHeaders().add("Idempotency-Key", "k");
            http.getResponseHeaders().add("Retry-After", "3");
            http.sendResponseHeaders(log ? 200 : 201, log ? 0 : body.length);
            http.getResponseBody().write(body);
        }
    }

    /** As a server that dies with its headers, and {@code sent} bytes of its answer, on the way. */
    private static void breakOff(HttpExchange http, int status, int sent) throws IOException {
        try (http) {
            var _ = http.getRequestBody().readAllBytes();
            http.getResponseHeaders().add("Content-Type", "application/json");
            http.getResponseHeaders().add("Location", "/api/lots/T1");
            http.getResponseHeaders().add("X-Position", "7");
            http.sendResponseHeaders(status, sent + 10);
            http.getResponseBody().write(new byte[sent]);
            http.getResponseBody().flush();
        }
    }

    @Test
    void passesACommandThroughByteForByte() {
        var body = new byte[3_000_000];
        new Random(1).nextBytes(body);
        var answer = web.send(
                "POST",
                "/api/lots?x=%20y",
                body,
                "X-Party",
                "dakang",
                "Idempotency-Key",
                "key-1",
                "Content-Type",
                "application/json; odd=\"1\"");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"id\":\"西\",\"position\":7}");
        assertThat(answer.headers().allValues("Location")).containsExactly("/api/lots/T1");
        assertThat(answer.headers().allValues("X-Position")).containsExactly("7");
        assertThat(answer.headers().allValues("Idempotency-Key")).containsExactly("k");
        assertThat(answer.headers().allValues("Retry-After")).containsExactly("3");
        var sent = SENT.getFirst();
        assertThat(SENT).hasSize(1);
        assertThat(sent.uri()).isEqualTo("/api/lots?x=%20y");
        assertThat(sent.party()).isEqualTo("dakang");
        assertThat(sent.key()).isEqualTo("key-1");
        assertThat(sent.type()).isEqualTo("application/json; odd=\"1\"");
        assertThat(sent.body()).isEqualTo(bytes(body));
    }

    @Test
    void leavesFormsAndEmptyBodiesAsTheyAre() {
        var form = "a=1&b=2".getBytes(StandardCharsets.UTF_8);
        assertThat(web.send("PUT", "/api/lots", form, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(201);
        assertThat(web.send("DELETE", "/api/lots/T1").statusCode()).isEqualTo(201);
        assertThat(SENT).extracting(Sent::method).containsExactly("PUT", "DELETE");
        assertThat(SENT.getFirst().body()).isEqualTo(bytes(form));
        assertThat(SENT.get(1).body()).isEmpty();
    }

    @Test
    void streamsTheEventLog() {
        var answer = web.send("GET", "/api/events?after=0&limit=2");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.headers().allValues("X-As-Of-Position")).hasSize(1);
        assertThat(answer.body()).isEqualTo("{\"position\":1}\n{\"position\":2}\n");
        assertThat(SENT.getFirst().uri()).isEqualTo("/api/events?after=0&limit=2");
    }

    /** Whether it was recorded nobody knows: not a word of it may reach the caller, who asks again with his key. */
    @Test
    void passesNothingOfAnAnswerThatBreaksOff() {
        var answer = web.send("POST", "/api/cut", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(WebClient.json(answer).path("rule").asString("")).isEqualTo("COMMANDS_AWAY");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().map()).doesNotContainKeys("location", "x-position");
    }

    @Test
    void breaksOffWhatBreaksOffLate() {
        assertThatThrownBy(() -> web.send("POST", "/api/cut/late", new byte[0])).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void keepsWhatIsTooLargeOrLeadsElsewhere() {
        assertThat(web.send("POST", "/api/lots", new byte[(4 << 20) + (65 << 10)])
                        .statusCode())
                .isEqualTo(413);
        assertThat(web.send("POST", "/api/x/%2e%2e%2factuator/shutdown").statusCode())
                .isBetween(400, 404);
        assertThat(SENT).isEmpty();
    }

    private static String bytes(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
