package linxi.edge.stop;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a process that was told to stop and still is there after eight seconds. Nothing is lost by that: what was answered
 * is stored, and a start goes on from there.
 */
public final class StopLimit {
    private static final Logger LOG = LoggerFactory.getLogger(StopLimit.class);
    private static final Duration LIMIT = Duration.ofSeconds(8);

    /** Of the limit, for saying what hung. */
    private static final Duration TELLING = Duration.ofMillis(500);

    /** As of a process that SIGTERM ended. */
    private static final int TERMINATED = 143;

    private static final int FRAMES = 12;

    private final Duration limit;

    private StopLimit(Duration limit) {
        this.limit = limit;
    }

    /** For {@code main}, before anything is started. */
    public static void install() {
        install(LIMIT);
    }

    static void install(Duration limit) {
        var stop = new StopLimit(limit);
        // The machine waits for its hooks, but for no daemon: this one returns at once.
        Runtime.getRuntime().addShutdownHook(new Thread(stop::begin, "stop-limit"));
    }

    private void begin() {
        var _ = Thread.ofPlatform().daemon().name("stop-limit").start(this::cutOff);
    }

    private void cutOff() {
        try {
            Thread.sleep(limit.minus(TELLING));
            // Elsewhere, as telling may hang as well, and may not stop the end.
            var _ = Thread.ofPlatform()
                    .daemon()
                    .name("stop-limit-report")
                    .start(StopLimit::tell)
                    .join(TELLING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(TERMINATED);
        }
    }

    private static void tell() {
        for (var thread : Thread.getAllStackTraces().entrySet()) {
            if (holdsUp(thread)) {
                LOG.warn(
                        "cut off what did not stop in time: {} at {}",
                        thread.getKey().getName(),
                        top(thread.getValue()));
            }
        }
    }

    /** The machine waits for no daemon. */
    private static boolean holdsUp(Map.Entry<Thread, StackTraceElement[]> thread) {
        var frames = List.of(thread.getValue());
        return !thread.getKey().isDaemon() && !frames.isEmpty();
    }

    private static List<StackTraceElement> top(StackTraceElement[] frames) {
        return List.of(frames).subList(0, Math.min(FRAMES, frames.length));
    }
}
