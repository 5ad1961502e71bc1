package linxi.query.screen.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import linxi.edge.http.Crowded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * One look after another, on one thread, for all who listen, and none while nobody does. There is no queue: whoever is
 * slow to take what happened is told the newest of it when he is ready.
 */
@Component
@EnableConfigurationProperties(LiveSettings.class)
class Watch implements ApplicationListener<ContextClosedEvent>, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final LiveSettings settings;
    private final Look look;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private int listeners;
    private boolean watching;
    private boolean stopping;
    private volatile @Nullable Stand newest;

    Watch(LiveSettings settings, Look look) {
        this.settings = settings;
        this.look = look;
    }

    /** @throws Crowded where as many listen as may, or the program stops */
    void enter() {
        lock.lock();
        try {
            if (stopping || listeners >= settings.most()) {
                throw new Crowded(listeners + " listen");
            }
            listeners++;
            if (!watching) {
                watching = true;
                var _ = Thread.ofVirtual().name("live").start(this::watch);
            }
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            listeners--;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What is known after a look. */
    Stand now() {
        var now = look.now();
        note(now);
        var known = newest;
        return known == null ? now : known;
    }

    /**
     * Waits until something is folded beyond what was told.
     *
     * @return what is known then, or after {@code nanos}; null where the program stops
     */
    @Nullable
    Stand after(Stand told, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (!stopping && left > 0 && !isBeyond(told)) {
                left = news.awaitNanos(left);
            }
            var known = newest;
            return stopping ? null : known == null ? told : known;
        } finally {
            lock.unlock();
        }
    }

    private boolean isBeyond(Stand told) {
        var known = newest;
        return known != null && known.position() > told.position();
    }

    private void watch() {
        try {
            while (goesOn()) {
                lookOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Woken by its own news, it waits for the rest of its time. */
    private boolean goesOn() throws InterruptedException {
        lock.lock();
        try {
            long left = settings.look().toNanos();
            while (left > 0 && listeners > 0 && !stopping) {
                left = news.awaitNanos(left);
            }
            watching = listeners > 0 && !stopping;
            return watching;
        } finally {
            lock.unlock();
        }
    }

    private void lookOnce() {
        var before = newest;
        try {
            note(before == null ? look.now() : look.since(before));
        } catch (RuntimeException away) {
            if (before == null || before.reachable()) {
                LOG.warn("pages are not told what changes: {}", away.toString());
            }
            if (before != null) {
                note(before.unreachable());
            }
        }
    }

    private void note(Stand now) {
        lock.lock();
        try {
            var before = newest;
            if (before == null || now.position() >= before.position()) {
                newest = now;
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        lock.lock();
        try {
            stopping = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int listening() {
        lock.lock();
        try {
            return listeners;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var _ = Gauge.builder("linxi.live.listeners", this, Watch::listening)
                .description("Pages that are told at once what changes")
                .register(registry);
    }
}
