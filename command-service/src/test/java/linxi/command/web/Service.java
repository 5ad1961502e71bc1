package linxi.command.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import linxi.embedded.EmbeddedMongo;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command service on a store of its own, called over HTTP. */
public final class Service implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final EmbeddedMongo mongo;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private Service(EmbeddedMongo mongo, ConfigurableApplicationContext context) {
        this.mongo = mongo;
        this.context = context;
    }

    public static Service start() {
        return start(false);
    }

    /** @param login whether callers must log in, instead of saying who acts */
    public static Service start(boolean login) {
        var mongo = EmbeddedMongo.inMemory();
        return new Service(
                mongo,
                CommandService.application()
                        .run(
                                "--server.port=0",
                                "--linxi.access.login=" + login,
                                "--linxi.mongo.uri=" + mongo.uri(),
                                "--linxi.relay.enabled=false"));
    }

    public EmbeddedMongo mongo() {
        return mongo;
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** @param headers name, value, name, value, … */
    public Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply send(String method, String path, @Nullable String body, String... headers) {
        var uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var all = new ArrayList<>(List.of(headers));
        if (body != null && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        try {
            return new Reply(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
        mongo.close();
    }

    /** An answer, with the few things that tests look at. */
    public record Reply(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String rule() {
            return json().path("rule").asString("");
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
