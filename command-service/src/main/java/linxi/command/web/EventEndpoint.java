package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import linxi.command.store.EventLog;
import linxi.edge.http.Crowded;
import linxi.events.wire.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The event log as it is, one JSON line an event, in position order. */
@RestController
class EventEndpoint {
    private static final int USUAL = 1_000;
    private static final int MOST = 10_000;
    /** Read at a time, so that a large answer is never held whole, however many take theirs slowly. */
    private static final int MOST_A_PAGE = 512;

    private static final int FIRST_PAGE = 8;
    private static final int PAGE_BYTES = 256 << 10;

    /** Pages read at once, of all callers together: however many want the log, commands need the store as well. */
    private static final int READING = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final EventLog log;
    private final Semaphore reading = new Semaphore(READING, true);

    EventEndpoint(EventLog log) {
        this.log = log;
    }

    @GetMapping("/api/events")
    void events(HttpServletRequest http, HttpServletResponse response) throws IOException {
        long after = parameter(http, "after", 0, 0, Long.MAX_VALUE);
        long left = parameter(http, "limit", USUAL, 1, MOST);
        long head = log.head();
        var page = page(after, (int) Math.min(left, FIRST_PAGE));
        response.setContentType("application/x-ndjson");
        response.setHeader("X-As-Of-Position", Long.toString(head));
        var out = response.getOutputStream();
        while (!page.isEmpty()) {
            long bytes = 0;
            for (var envelope : page) {
                var line = envelope.toJson();
                out.write(line);
                out.write('\n');
                bytes += line.length;
            }
            left -= page.size();
            int next = (int) Math.min(left, next(page.size(), bytes));
            page = next == 0 ? List.of() : page(page.getLast().position(), next);
        }
        out.flush();
    }

    /** Nobody holds a place for longer than the store takes: not while his own caller takes nothing. */
    private List<Envelope> page(long after, int limit) {
        if (!takePlace()) {
            throw new Crowded("too many read the log");
        }
        try {
            return log.tail(after, limit, PAGE_BYTES);
        } finally {
            reading.release();
        }
    }

    private boolean takePlace() {
        try {
            return reading.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As many events as would have filled a page well, and not so many more at once that a few large ones overfill it. */
    private static int next(int events, long bytes) {
        return Math.clamp(Math.min(4L * events, (long) events * PAGE_BYTES / Math.max(1, bytes)), 1, MOST_A_PAGE);
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
