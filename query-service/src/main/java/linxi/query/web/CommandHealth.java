package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parts of the command service, as it tells them to the caller. */
@Component
public class CommandHealth {
    private static final int LONGEST = 1 << 20;

    private final CommandClient client;
    private final JsonMapper json;

    CommandHealth(CommandClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    /**
     * @return the JSON of its {@code /actuator/health}
     * @throws Refused {@code COMMANDS_AWAY} where it does not answer, or not so
     */
    public JsonNode ask(HttpServletRequest http) {
        var answer = client.health(http);
        try (var body = answer.body()) {
            return json.readTree(body.readNBytes(LONGEST));
        } catch (IOException | JacksonException e) {
            throw new Refused(QueryRule.COMMANDS_AWAY);
        }
    }
}
