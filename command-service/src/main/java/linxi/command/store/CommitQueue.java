package linxi.command.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Commits that gather while a batch is in flight: bounded in number and bytes, any callers, one taker. */
final class CommitQueue {
    private final Limits limits;
    private final BlockingQueue<Pending> waiting;
    private final AtomicLong bytes = new AtomicLong();
    private final LogStatistics statistics = new LogStatistics();

    CommitQueue(Limits limits) {
        this.limits = limits;
        this.waiting = new ArrayBlockingQueue<>(limits.queuedCommits());
    }

    /** False: full, at once. */
    boolean offer(Pending pending) {
        long began = System.nanoTime();
        if (bytes.addAndGet(pending.bytes()) <= limits.queuedBytes() && waiting.offer(pending)) {
            var _ = pending.outcome()
                    .whenComplete((_, failure) -> statistics.settled(System.nanoTime() - began, failure));
            return true;
        }
        bytes.addAndGet(-pending.bytes());
        return false;
    }

    /** The next batch, empty if nothing came in time. Leaves out what was withdrawn. */
    List<Pending> take(Duration patience) throws InterruptedException {
        var batch = new ArrayList<Pending>();
        long size = 0;
        var next = waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        while (next != null) {
            size += next.bytes();
            bytes.addAndGet(-next.bytes());
            if (!next.isWithdrawn()) {
                batch.add(next);
            }
            var following = waiting.peek();
            boolean full = batch.size() == limits.batchCommits()
                    || following == null
                    || size + following.bytes() > limits.batchBytes();
            next = full ? null : waiting.poll();
        }
        statistics.taken(batch.size());
        return batch;
    }

    int size() {
        return waiting.size();
    }

    LogStatistics statistics() {
        return statistics;
    }
}
