package linxi.command.store;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What the log of this process has done since it was opened: for metrics. Thread-safe. */
public final class LogStatistics {
    private final LongAdder appends = new LongAdder();
    private final LongAdder appendNanos = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder batched = new LongAdder();

    LogStatistics() {}

    void settled(long nanos, @Nullable Throwable failure) {
        if (failure == null) {
            appends.increment();
            appendNanos.add(nanos);
        } else if (failure instanceof StreamConflict) {
            conflicts.increment();
        }
    }

    void taken(int commits) {
        if (commits > 0) {
            batches.increment();
            batched.add(commits);
        }
    }

    /** Commits stored for callers of this process. */
    public long appends() {
        return appends.sum();
    }

    /** What they took together, from the queue to the answer. */
    public long appendNanos() {
        return appendNanos.sum();
    }

    /** Commits that met another one in a stream. */
    public long conflicts() {
        return conflicts.sum();
    }

    public long batches() {
        return batches.sum();
    }

    /** Commits that were in them. */
    public long batched() {
        return batched.sum();
    }
}
