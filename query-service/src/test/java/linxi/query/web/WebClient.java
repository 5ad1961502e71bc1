package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as the world does. */
public final class WebClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;

    private WebClient(String url) {
        this.url = url;
    }

    static WebClient of(ConfigurableApplicationContext service) {
        return new WebClient("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
    }

    JsonNode get(String path) {
        return JSON.readTree(body(path));
    }

    String body(String path) {
        var answer = send("GET", path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(method, path, new byte[0], headers);
    }

    public HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        return send(method, path, body, BodyHandlers.ofString(), headers);
    }

    /** A file, as it comes. */
    public HttpResponse<byte[]> file(String path, String... headers) {
        return send("GET", path, new byte[0], BodyHandlers.ofByteArray(), headers);
    }

    private <T> HttpResponse<T> send(
            String method, String path, byte[] body, BodyHandler<T> handler, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
