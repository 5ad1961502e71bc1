package linxi.query.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends commands in somebody's name, each once: whoever gets no answer sends it again under the same key. */
public final class Delegate {
    private static final Logger LOG = LoggerFactory.getLogger(Delegate.class);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    /** Longer than any answer of a command, or problem. */
    private static final int MOST = 256 << 10;

    private final CommandClient client;
    private final Map<String, String> headers;

    Delegate(CommandClient client, Map<String, String> headers) {
        this.client = client;
        this.headers = Map.copyOf(headers);
    }

    /** @param body JSON */
    public record Reply(int status, String body) {}

    /** @throws Refused where nothing answers in time */
    public Reply send(String path, String key, String body) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request);
        try (var in = answer.body()) {
            return new Reply(answer.statusCode(), new String(in.readNBytes(MOST), StandardCharsets.UTF_8));
        } catch (IOException cut) {
            throw away(cut);
        }
    }

    /**
     * Has commands judged one after another, without recording any.
     *
     * @param lines each a path, a key and a body, with a space between
     * @return a line for each
     * @throws Refused where nothing answers in time, or not now
     */
    public InputStream rehearse(List<String> lines) {
        var bytes = lines.stream()
                .map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))
                .toList();
        var answer = client.send(request("/rehearsal")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArrays(bytes))
                .build());
        if (answer.statusCode() == 200) {
            return answer.body();
        }
        try (var _ = answer.body()) {
            LOG.warn("a dry run was answered {}", answer.statusCode());
            throw new Refused(
                    switch (answer.statusCode()) {
                        case 401 -> QueryRule.NOT_LOGGED_IN;
                        case 403 -> QueryRule.ROLE_NOT_ALLOWED;
                        case 413 -> QueryRule.BODY_TOO_LARGE;
                        default -> QueryRule.COMMANDS_AWAY;
                    });
        } catch (IOException cut) {
            throw away(cut);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(client.uri(path)).timeout(ANSWER);
        headers.forEach(request::header);
        return request;
    }

    private static Refused away(IOException cut) {
        LOG.warn("an answer broke off: {}", cut.toString());
        return new Refused(QueryRule.COMMANDS_AWAY);
    }
}
