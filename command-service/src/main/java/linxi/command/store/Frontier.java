package linxi.command.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The end of the log as far as this instance knows it; it only moves forward. */
final class Frontier {
    private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();

    private final Commits commits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile @Nullable Head known;

    Frontier(Commits commits) {
        this.commits = commits;
    }

    /** Asks the store. */
    Head refresh() {
        var before = known;
        return advance(before == null ? commits.lastOfWhole() : commits.follow(before));
    }

    Head refreshIfUnknown() {
        var head = known;
        return head == null ? refresh() : head;
    }

    /** @return the furthest end known, which may lie beyond {@code head} */
    Head advance(Head head) {
        lock.lock();
        try {
            var before = known;
            if (before != null && before.position() >= head.position()) {
                return before;
            }
            known = head;
            moved.signalAll();
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** Local commits wake it at once, those of other instances are polled for. */
    boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            if (isBeyond(position) || StoreAway.unlessAway(this::refresh).position() > position) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            awaitMove(position, Math.min(left, POLL_NANOS));
        }
    }

    private void awaitMove(long position, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !isBeyond(position)) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Known without asking. */
    boolean isBeyond(long position) {
        var head = known;
        return head != null && head.position() > position;
    }
}
