package linxi.allinone.faults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting with a limit. */
final class Await {
    private Await() {}

    /** @return how long it took */
    @CanIgnoreReturnValue
    static Duration until(String what, Duration limit, BooleanSupplier done) {
        long begun = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - begun > limit.toNanos()) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            sleep(50);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
