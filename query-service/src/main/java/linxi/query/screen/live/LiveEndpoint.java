package linxi.query.screen.live;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Server-sent events: {@code changed} when something was folded, {@code beat} in between, and {@code again} where the
 * listener has to come anew, so that nobody goes on listening whose login or role has ended. Each holds a {@link Stand},
 * and its id is the position: who comes again with it is told whether he missed anything. A listener has a virtual
 * thread, which mostly waits; one that does not take what it is sent is dropped by the container's limit of silence.
 */
@Hidden
@RestController
class LiveEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEndpoint.class);
    private static final String LAST = "Last-Event-ID";
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final Watch watch;
    private final LiveSettings settings;

    LiveEndpoint(Watch watch, LiveSettings settings) {
        this.watch = watch;
        this.settings = settings;
    }

    @GetMapping("/live")
    void live(HttpServletRequest http, HttpServletResponse answer) throws IOException {
        var asked = new Asked(http.getParameterMap());
        var after = asked.after();
        boolean once = Boolean.TRUE.equals(asked.flag("once"));
        asked.nothingElse();
        long known = position(after == null ? http.getHeader(LAST) : after, after == null ? LAST : "after");
        watch.enter();
        try {
            var now = watch.now();
            answer.setContentType("text/event-stream");
            // Else nginx would keep it until there is enough of it.
            answer.setHeader("X-Accel-Buffering", "no");
            if (http.getMethod().equals("GET")) {
                tell(answer, known, now, once);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            LOG.debug("a listener has gone: {}", gone.toString());
        } finally {
            watch.leave();
        }
    }

    /** @return -1 where nothing is known */
    private static long position(@Nullable String text, String field) {
        if (text == null || text.isEmpty()) {
            return -1;
        }
        if (!POSITION.matcher(text).matches()) {
            throw new Refused(QueryRule.BAD_POSITION, field, text);
        }
        return Long.parseLong(text);
    }

    private void tell(HttpServletResponse to, long known, Stand now, boolean once)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + settings.longest().toNanos();
        var told = now;
        send(to, now.position() == known ? "beat" : "changed", now);
        while (!once) {
            long left = end - System.nanoTime();
            var next = left <= 0
                    ? null
                    : watch.after(told, Math.min(left, settings.beat().toNanos()));
            if (next == null) {
                send(to, "again", told);
                return;
            }
            send(to, next.position() > told.position() ? "changed" : "beat", next);
            told = next;
        }
    }

    private static void send(HttpServletResponse to, String event, Stand stand) throws IOException {
        var text = "event: " + event + "\nid: " + stand.position() + "\ndata: " + stand.json() + "\n\n";
        to.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        to.flushBuffer();
    }
}
