package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import linxi.command.store.EventLog;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The event log as it is, one JSON line an event, in position order. */
@RestController
class EventEndpoint {
    private static final int USUAL = 1_000;
    private static final int MOST = 10_000;
    /** Read at a time, so that a large answer is never held whole. */
    private static final int PAGE = 500;

    private final EventLog log;

    EventEndpoint(EventLog log) {
        this.log = log;
    }

    @GetMapping("/api/events")
    void events(HttpServletRequest http, HttpServletResponse response) throws IOException {
        long after = parameter(http, "after", 0, 0, Long.MAX_VALUE);
        long left = parameter(http, "limit", USUAL, 1, MOST);
        long head = log.head();
        var page = log.tail(after, (int) Math.min(left, PAGE));
        response.setContentType("application/x-ndjson");
        response.setHeader("X-As-Of-Position", Long.toString(head));
        var out = response.getOutputStream();
        while (!page.isEmpty()) {
            for (var envelope : page) {
                out.write(envelope.toJson());
                out.write('\n');
            }
            left -= page.size();
            page = left == 0 ? List.of() : log.tail(page.getLast().position(), (int) Math.min(left, PAGE));
        }
        out.flush();
    }

    private static long parameter(HttpServletRequest http, String name, long usual, long least, long most) {
        var text = http.getParameter(name);
        if (text == null) {
            return usual;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new BadRequest(HttpRule.BAD_PARAMETER, name, text);
        }
        throw new BadRequest(HttpRule.BAD_PARAMETER, name, text);
    }
}
