package linxi.query.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import linxi.edge.http.BodyRoom;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Passes commands, and the event log, through to and from the command service byte for byte. */
@Hidden
@RestController
class CommandEndpoint {
    /** The command service's own largest body, and a little more so that it is the one to refuse. */
    private static final int BODY_MOST = (4 << 20) + (64 << 10);

    /** What is read of an answer before any of it is passed on: all of it, but for the event log and descriptions. */
    private static final int BEGINNING = 64 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(CommandEndpoint.class);
    private static final Pattern SAFE = Pattern.compile("/[A-Za-z0-9/._~!$&'()*+,=:@%-]*");
    private static final Pattern TREACHEROUS = Pattern.compile("(^|[/\\\\])\\.{1,2}([/\\\\]|$)|[\\\\\\p{Cntrl};]");

    private final CommandClient client;
    private final BodyRoom room;

    CommandEndpoint(CommandClient client, BodyRoom room) {
        this.client = client;
        this.room = room;
    }

    @RequestMapping(
            path = "/api/**",
            method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE})
    void command(HttpServletRequest http, HttpServletResponse answer) throws IOException {
        var path = safe(http.getRequestURI());
        passBack(client.send(http, path, room.read(http, BODY_MOST)), answer);
    }

    @GetMapping("/api/events")
    void events(HttpServletRequest http, HttpServletResponse answer) throws IOException {
        passBack(client.send(http, "/api/events", new byte[0]), answer);
    }

    /** What the command service says of itself, so that one page shows both. */
    @GetMapping("/v3/commands")
    void description(HttpServletRequest http, HttpServletResponse answer) throws IOException {
        passBack(client.send(http, "/v3/api-docs", new byte[0]), answer);
    }

    /** Nothing that another server could read as a path outside {@code /api}. */
    static String safe(String path) {
        if (!SAFE.matcher(path).matches() || !path.startsWith("/api/")) {
            throw new Refused(QueryRule.BAD_PATH);
        }
        var decoded = path;
        for (int i = 0; i < 2; i++) {
            try {
                decoded = URLDecoder.decode(decoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw new Refused(QueryRule.BAD_PATH);
            }
            if (TREACHEROUS.matcher(decoded).find()) {
                throw new Refused(QueryRule.BAD_PATH);
            }
        }
        return path;
    }

    private static void passBack(HttpResponse<InputStream> from, HttpServletResponse to) throws IOException {
        try (var body = from.body()) {
            var beginning = beginning(body);
            to.setStatus(from.statusCode());
            from.headers().map().forEach((name, values) -> {
                if (!CommandClient.ofTheConnection(name)) {
                    to.setHeader(name, values.getFirst());
                    values.stream().skip(1).forEach(value -> to.addHeader(name, value));
                }
            });
            var length = from.headers().firstValueAsLong("content-length");
            if (length.isPresent()) {
                to.setContentLengthLong(length.getAsLong());
            }
            to.getOutputStream().write(beginning);
            var _ = body.transferTo(to.getOutputStream());
            to.flushBuffer();
        }
    }

    /** @throws Refused where the answer breaks off so soon that the caller need not see any of it */
    private static byte[] beginning(InputStream body) {
        try {
            return body.readNBytes(BEGINNING);
        } catch (IOException cut) {
            LOG.warn("an answer broke off: {}", cut.toString());
            throw new Refused(QueryRule.COMMANDS_AWAY);
        }
    }
}
