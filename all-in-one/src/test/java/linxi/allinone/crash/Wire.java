package linxi.allinone.crash;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to the one port that the outside knows. */
final class Wire {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final String url;

    Wire(String url) {
        this.url = url;
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    Reply send(Command command) {
        var request = HttpRequest.newBuilder(URI.create(url + command.path()))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", command.key().toString())
                .POST(HttpRequest.BodyPublishers.ofString(command.body()));
        if (!command.party().isEmpty()) {
            var _ = request.header("X-Party", command.party());
        }
        inFlight.incrementAndGet();
        try {
            return reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (ConnectException | HttpConnectTimeoutException nobodyListens) {
            return new Reply.NotSent();
        } catch (IOException e) {
            return new Reply.Cut(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Unknown("interrupted");
        } finally {
            inFlight.decrementAndGet();
        }
    }

    /** Commands under way at the moment. */
    int inFlight() {
        return inFlight.get();
    }

    private static Reply reply(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 503) {
            return new Reply.Unknown("503");
        }
        if (status >= 400 && status < 500) {
            return new Reply.Refused(status, response.body());
        }
        if (status != 200 && status != 201) {
            return new Reply.Wrong(status, response.body());
        }
        var body = json(response.body());
        long position = body.get("position").longValue();
        if (!response.headers().firstValue("X-Position").orElse("").equals(Long.toString(position))) {
            return new Reply.Wrong(status, "X-Position is not the position of " + response.body());
        }
        var location = response.headers().firstValue("Location").orElse("");
        return new Reply.Acknowledged(
                new Answer(status, location, body.get("id").asString(), position));
    }

    /** A query that must be answered; told to come again, it comes again, for two minutes. */
    JsonNode get(String path) {
        return json(text("/api/" + path));
    }

    /** Every item of a list, page by page. */
    void each(String path, Consumer<JsonNode> item) {
        var after = "";
        do {
            var page = get(path + "?limit=500" + after);
            page.get("items").forEach(item);
            var next = page.get("next");
            after = next.isNull() ? "" : "&after=" + next.asString();
        } while (!after.isEmpty());
    }

    /** The position that answers are as of now; -1 where there is no answer. */
    long asOf() {
        try {
            return answer("/api/parties?limit=1")
                    .headers()
                    .firstValueAsLong("X-As-Of-Position")
                    .orElse(-1);
        } catch (IOException away) {
            return -1;
        }
    }

    String text(String path) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var said = "nothing";
        while (System.nanoTime() < deadline) {
            try {
                var answer = answer(path);
                if (answer.statusCode() == 200) {
                    return answer.body();
                }
                said = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() != 503) {
                    break;
                }
            } catch (IOException e) {
                said = e.toString();
            }
            Pause.millis(100);
        }
        throw new AssertionError("GET " + path + " was answered " + said);
    }

    private HttpResponse<String> answer(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
