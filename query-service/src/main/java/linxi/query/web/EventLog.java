package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event log as the command service answers it to this caller, one event after the other. */
@Component
public final class EventLog {
    private final CommandClient client;
    private final JsonMapper json;

    EventLog(CommandClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    /**
     * With the parameters of the request, {@code after} and {@code limit}.
     *
     * @throws Refused where the command service does not answer, or refuses
     */
    public Events open(HttpServletRequest http) throws IOException {
        var answer = client.send(http, "/api/events", new byte[0]);
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new Refused(QueryRule.COMMANDS_AWAY);
        }
        return new Events(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)), json);
    }

    /** An answer while it is read: one event is held at a time. */
    public static final class Events implements AutoCloseable {
        private final BufferedReader lines;
        private final JsonMapper json;

        private Events(BufferedReader lines, JsonMapper json) {
            this.lines = lines;
            this.json = json;
        }

        /** Null after the last. */
        public @Nullable JsonNode next() throws IOException {
            var line = lines.readLine();
            return line == null ? null : json.readTree(line);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
