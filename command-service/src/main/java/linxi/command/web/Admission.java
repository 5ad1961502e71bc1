package linxi.command.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import linxi.command.axon.Busy;
import org.springframework.stereotype.Component;

/**
 * Lets in a bounded number of commands at once; the others are told soon to come again, and hold no memory. Only whole
 * requests ask: whoever is slow to send his keeps nobody out.
 */
@Component
final class Admission {
    static final int AT_ONCE = 256;

    private static final int PATIENCE_MILLIS = 500;

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Commands taken in and not yet answered. */
    int inHand() {
        return AT_ONCE - free.availablePermits();
    }

    /** @throws Busy where as many as may be are in hand, for half a second */
    <T> T run(Supplier<T> command) {
        enter();
        try {
            return command.get();
        } finally {
            free.release();
        }
    }

    private void enter() {
        try {
            if (free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Busy(AT_ONCE + " commands are in hand");
    }
}
