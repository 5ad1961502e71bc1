package linxi.allinone.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls that never throw: a broken or late answer is an answer with status 0. */
final class Http {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private Http() {}

    static Reply get(String url, Duration patience) {
        return send(HttpRequest.newBuilder(URI.create(url)).timeout(patience).GET());
    }

    static Reply post(String url, Request request, Duration patience) {
        var http = HttpRequest.newBuilder(URI.create(url + request.path()))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", request.key().toString())
                .POST(HttpRequest.BodyPublishers.ofString(request.body()));
        return send(request.party() == null ? http : http.header("X-Party", request.party()));
    }

    private static Reply send(HttpRequest.Builder request) {
        long begun = System.nanoTime();
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer, Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException broken) {
            return new Reply(null, Duration.ofNanos(System.nanoTime() - begun));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(null, Duration.ZERO);
        }
    }

    /** A command; single quotes in the body become double ones. */
    record Request(UUID key, @Nullable String party, String path, String body) {
        Request {
            body = body.replace('\'', '"');
        }

        Request withBody(String other) {
            return new Request(key, party, path, other);
        }

        Request withPath(String other) {
            return new Request(key, party, other, body);
        }

        Request withParty(String other) {
            return new Request(key, other, path, body);
        }

        Request withKey(UUID other) {
            return new Request(other, party, path, body);
        }
    }

    /** What came back, and how long it took. */
    record Reply(@Nullable HttpResponse<String> response, Duration took) {
        int status() {
            return response == null ? 0 : response.statusCode();
        }

        boolean isDone() {
            return status() == 200 || status() == 201;
        }

        String body() {
            return response == null ? "" : response.body();
        }

        JsonNode json() {
            return JSON.readTree(body().isEmpty() ? "{}" : body());
        }

        String header(String name) {
            return response == null ? "" : response.headers().firstValue(name).orElse("");
        }

        long position() {
            return Long.parseLong(header("X-Position"));
        }

        String rule() {
            return json().path("rule").asString("");
        }

        /** All that a caller sees of a recorded command. */
        String seen() {
            return status() + " " + header("Location") + " " + header("X-Position") + " " + body();
        }
    }
}
