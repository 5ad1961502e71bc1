package linxi.edge.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets in a bounded number at once; the others are told soon to come again, and hold no memory. Only whole requests ask:
 * whoever is slow to send his, or waits for something before it can be done, keeps nobody out.
 */
public final class Admission implements MeterBinder {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final String meter;
    private final int atOnce;
    private final Semaphore free;

    /** @param meter what those in hand are counted as */
    public Admission(String meter, int atOnce) {
        this.meter = meter;
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
    }

    /** Taken in and not yet done. */
    int inHand() {
        return atOnce - free.availablePermits();
    }

    /** @throws Crowded where as many as may be are in hand, for half a second */
    public <T> T run(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void enter() {
        try {
            if (free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Crowded(atOnce + " are in hand");
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var _ = Gauge.builder(meter, this, Admission::inHand)
                .description("Taken in and not yet done")
                .register(registry);
    }
}
