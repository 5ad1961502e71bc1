package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import linxi.events.wire.Envelope;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The event log for pages, asked of the command service in the caller's name: it judges who may read it. */
public final class LogReader {
    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);

    /** Of one answer, in characters: a single event may have several million. */
    private static final long MOST = 16 << 20;

    private final CommandClient client;

    LogReader(CommandClient client) {
        this.client = client;
    }

    /**
     * Some events in the order of their positions.
     *
     * @param head the last position of the log
     * @param isCut whether there was too much to read all that was asked for
     */
    public record Part(long head, List<Envelope> events, boolean isCut) {}

    /** @throws Refused where the command service does not answer */
    public Part read(HttpServletRequest http, long after, int limit) {
        var answer = client.get(http, "/api/events?after=" + after + "&limit=" + limit);
        if (answer.statusCode() != 200) {
            LOG.warn("the event log answers {}", answer.statusCode());
            close(answer.body());
            throw new Refused(QueryRule.COMMANDS_AWAY);
        }
        return part(answer);
    }

    private static Part part(HttpResponse<InputStream> answer) {
        var events = new ArrayList<Envelope>();
        long read = 0;
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read += line.length();
                if (read > MOST && !events.isEmpty()) {
                    return new Part(head(answer), List.copyOf(events), true);
                }
                events.add(Envelope.fromJson(line.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException cut) {
            LOG.warn("the event log broke off: {}", cut.toString());
            throw new Refused(QueryRule.COMMANDS_AWAY);
        }
        return new Part(head(answer), List.copyOf(events), false);
    }

    private static long head(HttpResponse<?> answer) {
        return answer.headers().firstValueAsLong(AsOf.POSITION).orElse(0);
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException cut) {
            LOG.debug("an answer that nobody reads broke off: {}", cut.toString());
        }
    }
}
