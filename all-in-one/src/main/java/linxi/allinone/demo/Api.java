package linxi.allinone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public HTTP API, as any client sees it. */
final class Api implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final Credentials credentials;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Api(String url, Credentials credentials) {
        this.url = url;
        this.credentials = credentials;
    }

    /** The answer of a command that was not recorded. */
    static final class NotRecorded extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient HttpResponse<String> response;

        NotRecorded(HttpResponse<String> response) {
            super(response.statusCode() + " " + response.body());
            this.response = response;
        }

        HttpResponse<String> response() {
            return response;
        }
    }

    /**
     * Sends a command until it is recorded; the same step always carries the same key, so that a repeat is safe.
     *
     * @return the position of its last event
     * @throws NotRecorded where it is refused, or still not taken after ten tries
     */
    long send(Step step) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(step.body());
        var request = HttpRequest.newBuilder(URI.create(url + step.path()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", step.key(body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        credentials.sign(request, step.path(), step.party());
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (int tried = 1; answer.statusCode() == 503 && tried < TRIES; tried++) {
            Thread.sleep(Duration.ofMillis(200L * tried));
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() / 100 != 2) {
            throw new NotRecorded(answer);
        }
        return JSON.readTree(answer.body()).get("position").longValue();
    }

    /** @throws NotRecorded where the answer is no 200 */
    JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        credentials.sign(request, null, null);
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (int tried = 1; answer.statusCode() == 503 && tried < TRIES; tried++) {
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() != 200) {
            throw new NotRecorded(answer);
        }
        return JSON.readTree(answer.body());
    }

    boolean answers() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/actuator/health"))
                    .timeout(PATIENCE)
                    .build();
            http.send(request, HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
