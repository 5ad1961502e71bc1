package linxi.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a foreign call that may hang on a thread of its own, and waits for it no longer than it may take. */
final class Bounded {
    private static final Logger LOG = LoggerFactory.getLogger(Bounded.class);

    private Bounded() {}

    /** @throws CannotStart where the call fails or does not end in time */
    static void start(String what, Duration limit, Runnable call) {
        try {
            run(what, limit, call);
        } catch (ExecutionException e) {
            throw new CannotStart(what + " cannot start: " + message(e), e.getCause());
        } catch (TimeoutException e) {
            throw new CannotStart(what + " did not start within " + limit.toSeconds() + " s", e);
        }
    }

    /** A failure to stop is told in the log: whoever stops goes on with what is left to stop. */
    static void stop(String what, Duration limit, Runnable call) {
        try {
            run(what, limit, call);
        } catch (ExecutionException e) {
            LOG.warn("{} did not stop cleanly", what, e.getCause());
        } catch (TimeoutException e) {
            LOG.warn("{} did not stop within {} s and is left behind", what, limit.toSeconds());
        }
    }

    private static String message(ExecutionException e) {
        var cause = e.getCause();
        return cause == null ? e.toString() : String.valueOf(cause.getMessage());
    }

    private static void run(String what, Duration limit, Runnable call) throws ExecutionException, TimeoutException {
        var done = new CompletableFuture<Void>();
        var _ = Thread.ofPlatform().daemon().name(what).start(() -> {
            try {
                call.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(what + " was interrupted", e);
        }
    }
}
