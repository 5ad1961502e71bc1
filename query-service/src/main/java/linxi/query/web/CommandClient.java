package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import linxi.edge.http.CorrelationFilter;
import linxi.events.wire.Correlation;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a request on to the command service as it is. Never sends one twice: whether a command that got no answer was
 * recorded is the caller's to find out, with the same idempotency key.
 */
final class CommandClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration READY = Duration.ofSeconds(1);
    /** A little more than it takes itself at most. */
    private static final Duration HEALTH = Duration.ofSeconds(4);

    /** They speak of one connection, not of the request (RFC 9110, 7.6.1); the client sets its own. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    CommandClient(URI base) {
        this.base = base;
    }

    static boolean ofTheConnection(String header) {
        return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    /** @throws Refused where nothing answers in time */
    HttpResponse<InputStream> send(HttpServletRequest http, String path, byte[] body) {
        var query = http.getQueryString() == null ? "" : "?" + http.getQueryString();
        var request = inTheNameOf(http, path + query);
        boolean bare = body.length == 0 && http.getMethod().equals("GET");
        var publisher = bare ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        return send(request.method(http.getMethod(), publisher).build());
    }

    /**
     * Asks something else on behalf of a page, to be read here, whatever the browser would take.
     *
     * @throws Refused where nothing answers in time
     */
    HttpResponse<InputStream> get(HttpServletRequest http, String pathAndQuery) {
        return send(inTheNameOf(http, pathAndQuery)
                .setHeader("Accept", "*/*")
                .setHeader("Accept-Encoding", "identity")
                .GET()
                .build());
    }

    private HttpRequest.Builder inTheNameOf(HttpServletRequest http, String pathAndQuery) {
        var request = HttpRequest.newBuilder(uri(pathAndQuery)).timeout(ANSWER);
        for (var name : Collections.list(http.getHeaderNames())) {
            if (!ofTheConnection(name) && !name.equalsIgnoreCase(Correlation.HEADER)) {
                Collections.list(http.getHeaders(name)).forEach(value -> request.header(name, value));
            }
        }
        return request.header(Correlation.HEADER, CorrelationFilter.of(http));
    }

    boolean isReady() {
        var request = HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                .timeout(READY)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * What the command service says of its parts, to the same caller.
     *
     * @throws Refused where nothing answers in time
     */
    HttpResponse<InputStream> health(HttpServletRequest http) {
        var request = HttpRequest.newBuilder(uri("/actuator/health")).timeout(HEALTH);
        for (var name : List.of("Authorization", "Cookie")) {
            Collections.list(http.getHeaders(name)).forEach(value -> request.header(name, value));
        }
        return send(request.build());
    }

    URI uri(String pathAndQuery) {
        try {
            return URI.create(base.toString().replaceAll("/+$", "") + pathAndQuery);
        } catch (IllegalArgumentException e) {
            throw new Refused(QueryRule.BAD_PATH);
        }
    }

    /** @throws Refused where nothing answers in time */
    HttpResponse<InputStream> send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() == 503 && !isSaidByUs(answer)) {
                answer.body().close(); // its server's, on the way down: without a word of when to come again
                throw new Refused(QueryRule.COMMANDS_AWAY);
            }
            return answer;
        } catch (IOException away) {
            LOG.warn("{} {}: {}", request.method(), request.uri().getPath(), away.toString());
            throw new Refused(QueryRule.COMMANDS_AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(QueryRule.COMMANDS_AWAY);
        }
    }

    private static boolean isSaidByUs(HttpResponse<?> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("application/problem+json") || type.startsWith("application/vnd.spring-boot.actuator");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
