package linxi.command.axon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import linxi.command.store.Deadline;

/**
 * Locks by name, striped, so that their number is bounded. Several are always taken in the same order: callers that
 * name the same streams in another order wait for each other instead of for ever.
 */
final class StreamLocks {
    private final List<ReentrantLock> stripes = new ArrayList<>();
    private final Duration patience;

    StreamLocks(int stripes, Duration patience) {
        for (int i = 0; i < stripes; i++) {
            this.stripes.add(new ReentrantLock());
        }
        this.patience = patience;
    }

    /** @throws Busy where they cannot be had in time; none is held then */
    Held hold(Collection<?> names) {
        long deadline = System.nanoTime() + Deadline.left(patience).toNanos();
        var held = new ArrayList<ReentrantLock>();
        for (int stripe :
                names.stream().mapToInt(this::stripe).sorted().distinct().toArray()) {
            var lock = stripes.get(stripe);
            if (!tryLock(lock, deadline)) {
                new Held(held).close();
                throw new Busy("another command holds the same streams");
            }
            held.add(lock);
        }
        return new Held(held);
    }

    private int stripe(Object name) {
        int hash = name.hashCode() * 0x9E3779B9;
        return (hash >>> 8) % stripes.size();
    }

    private static boolean tryLock(ReentrantLock lock, long deadline) {
        try {
            return lock.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Given back by the thread that took them. */
    record Held(List<ReentrantLock> locks) implements AutoCloseable {
        @Override
        public void close() {
            locks.reversed().forEach(ReentrantLock::unlock);
        }
    }
}
