package linxi.edge.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks something that may hang or fail, for those who only want to know: never twice at once, and nobody waits longer
 * than 1.2 seconds. Thread-safe.
 */
public final class Inquiry<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);
    private static final long PATIENCE_NANOS = Duration.ofMillis(1_200).toNanos();
    /** How old an answer may be. */
    private static final long FRESH_NANOS = Duration.ofMillis(250).toNanos();

    private final Supplier<T> question;
    private @Nullable CompletableFuture<T> asked;
    private long askedAt;

    public Inquiry(Supplier<T> question) {
        this.question = question;
    }

    /** Empty where it failed, or did not answer in time. */
    public Optional<T> answer() {
        try {
            var answer = asked();
            long left = PATIENCE_NANOS - (System.nanoTime() - since());
            return Optional.of(answer.get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("no answer", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<T> asked() {
        var before = asked;
        if (before != null && (!before.isDone() || System.nanoTime() - askedAt < FRESH_NANOS)) {
            return before;
        }
        askedAt = System.nanoTime();
        var now = CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
        asked = now;
        return now;
    }

    private synchronized long since() {
        return askedAt;
    }
}
