package linxi.access.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that the provider says: asked for when first needed, by one caller at a time; asked for again after ten
 * minutes, and kept for an hour while it does not answer. After a failure nobody asks for three seconds.
 */
final class Told<T> {
    static final Duration FRESH = Duration.ofMinutes(10);
    static final Duration KEPT = Duration.ofHours(1);
    /** As often as strangers can make us ask. */
    static final Duration SELDOM = Duration.ofSeconds(5);

    static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Supplier<T> ask;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known<T> known;
    private volatile Instant failed = Instant.MIN;

    private record Known<T>(T value, Instant at) {
        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(at.plus(age));
        }
    }

    /** @param ask throws {@link ProviderAway} where there is no answer; its waits end by themselves */
    Told(Supplier<T> ask, Clock clock) {
        this.ask = ask;
        this.clock = clock;
    }

    /** @throws ProviderAway where it is not known and cannot be asked for */
    T get() {
        var it = known;
        var now = clock.instant();
        if (it != null && it.isYoungerThan(FRESH, now)) {
            return it.value();
        }
        if (it == null || !it.isYoungerThan(KEPT, now)) {
            return asked(FRESH);
        }
        return refreshed(it.value());
    }

    /**
     * For somebody who misses something in it.
     *
     * @return what was said a few seconds ago at most
     * @throws ProviderAway where it cannot be asked for
     */
    T again() {
        return asked(SELDOM);
    }

    /** By the first who comes; the others go on with what there is. */
    private T refreshed(T old) {
        if (!asking.tryLock()) {
            return old;
        }
        try {
            return now(FRESH);
        } catch (ProviderAway away) {
            return old;
        } finally {
            asking.unlock();
        }
    }

    private T asked(Duration age) {
        try {
            if (!asking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProviderAway("others wait for it already");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderAway("interrupted");
        }
        try {
            return now(age);
        } finally {
            asking.unlock();
        }
    }

    /** What somebody was told while we waited for our turn is new enough, also that there was no answer. */
    private T now(Duration age) {
        var it = known;
        if (it != null && it.isYoungerThan(age, clock.instant())) {
            return it.value();
        }
        if (clock.instant().isBefore(failed.plus(PAUSE))) {
            throw new ProviderAway("it did not answer just now");
        }
        try {
            var told = new Known<>(ask.get(), clock.instant());
            known = told;
            return told.value();
        } catch (ProviderAway away) {
            failed = clock.instant();
            throw away;
        }
    }
}
