package linxi.edge.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Room for the bodies held at once. A body takes it as its bytes come, not by what it says it will be, and gives it back
 * when its request is answered; a small body needs none, so that those who fill the room stop nobody else.
 */
public final class BodyRoom extends OncePerRequestFilter implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(BodyRoom.class);
    private static final String TAKEN = BodyRoom.class.getName() + ".taken";
    private static final String UNREAD = BodyRoom.class.getName() + ".unread";

    /** Of one body, in KiB: what all the connections that there may be can have at once. */
    private static final int FREE = 16;

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long MOST_DISCARDED = 16L << 20;
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore left;
    private final Duration deadline;
    private final Duration patience;
    private volatile boolean stopping;

    /** @param room of all bodies together, in KiB */
    BodyRoom(int room) {
        this(room, DEADLINE, PATIENCE);
    }

    /**
     * @param deadline for a body to be there, however it drips
     * @param patience for room
     */
    BodyRoom(int room, Duration deadline, Duration patience) {
        this.left = new Semaphore(room);
        this.deadline = deadline;
        this.patience = patience;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(http, answer);
        } finally {
            release(http);
            if (http.getAttribute(UNREAD) != null) {
                discard(http, answer);
            }
        }
    }

    /** At the end of the request; nothing where it took nothing. */
    void release(HttpServletRequest http) {
        if (http.getAttribute(TAKEN) instanceof Integer taken) {
            http.removeAttribute(TAKEN);
            left.release(taken);
        }
    }

    /** @throws BodyRefused where it is larger than {@code most} bytes, broken, too slow, or finds no room */
    public byte[] read(HttpServletRequest http, int most) {
        long until = System.nanoTime() + deadline.toNanos();
        var body = new ByteArrayOutputStream();
        var chunk = new byte[FREE << 10];
        try {
            var in = http.getInputStream();
            if (http.getContentLengthLong() > most) {
                throw tooLarge(http);
            }
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (body.size() + count > most) {
                    throw tooLarge(http);
                }
                if (System.nanoTime() > until) {
                    throw new BodyRefused(BodyRefused.Reason.TOO_SLOW);
                }
                take(http, (body.size() + count) >> 10);
                body.write(chunk, 0, count);
            }
        } catch (IOException broken) {
            throw new BodyRefused(reason(broken));
        }
        return body.toByteArray();
    }

    /** While this program stops, it may be the one that broke it off. */
    private BodyRefused.Reason reason(IOException broken) {
        if (stopping) {
            return BodyRefused.Reason.NO_ROOM;
        }
        return isStalled(broken) ? BodyRefused.Reason.TOO_SLOW : BodyRefused.Reason.BROKEN;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        stopping = true;
    }

    /** Tomcat wraps it: a caller who is silent for too long counts there as one who has gone. */
    private static boolean isStalled(IOException broken) {
        return broken instanceof SocketTimeoutException || broken.getCause() instanceof SocketTimeoutException;
    }

    private static BodyRefused tooLarge(HttpServletRequest http) {
        http.setAttribute(UNREAD, true);
        return new BodyRefused(BodyRefused.Reason.TOO_LARGE);
    }

    /**
     * After the answer, what a caller still sends is read for a moment, so that he comes to see it: a connection closed
     * with bytes unread is reset, and the answer with it.
     */
    private static void discard(HttpServletRequest http, HttpServletResponse answer) {
        long until = System.nanoTime() + MOMENT.toNanos();
        long left = MOST_DISCARDED;
        var chunk = new byte[FREE << 10];
        try {
            answer.getOutputStream().close();
            var in = http.getInputStream();
            for (int count = 0; count >= 0 && left > 0 && System.nanoTime() < until; left -= count) {
                count = in.read(chunk);
            }
        } catch (IOException gone) {
            LOG.debug("gone, or silent, before its body was read: {}", gone.toString());
        }
    }

    /** @param kib of this body so far */
    private void take(HttpServletRequest http, int kib) {
        int taken = http.getAttribute(TAKEN) instanceof Integer before ? before : 0;
        int more = kib - FREE - taken;
        if (more <= 0) {
            return;
        }
        try {
            if (left.tryAcquire(more, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                http.setAttribute(TAKEN, taken + more);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BodyRefused(BodyRefused.Reason.NO_ROOM);
    }
}
