package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A black-box client: knows URLs and JSON, and nothing of ours. Bodies may use single quotes. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String url;

    Client(String url) {
        this.url = url;
    }

    boolean isReady() {
        try {
            return send(HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness")))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** What a query is answered, whatever it is. */
    int status(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path))).statusCode();
    }

    @CanIgnoreReturnValue
    HttpResponse<String> post(String path, String party, String body) {
        return post(path, party, body, UUID.randomUUID());
    }

    HttpResponse<String> post(String path, String party, String body, UUID key) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header("X-Party", party)
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    @CanIgnoreReturnValue
    HttpResponse<String> postAsNobody(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    /** A command that must be recorded; the position of its last event. */
    @CanIgnoreReturnValue
    long record(String path, String party, String body) {
        var answer = post(path, party, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isIn(200, 201);
        return json(answer.body()).get("position").longValue();
    }

    /** A query that must be answered; told to come again, it comes again, for a minute. */
    @CanIgnoreReturnValue
    JsonNode get(String path) {
        var answer = send(HttpRequest.newBuilder(URI.create(url + path)));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
            answer = send(HttpRequest.newBuilder(URI.create(url + path)));
        }
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    /** The lines of {@code GET /api/events}. */
    String[] events(long after) {
        var answer = send(HttpRequest.newBuilder(URI.create(url + "/api/events?limit=10000&after=" + after)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().isBlank() ? new String[0] : answer.body().strip().split("\n");
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
