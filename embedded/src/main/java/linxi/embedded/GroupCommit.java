package linxi.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Answers a write only when it is on the disk, with one commit for all writes that wait. Writes share the gate and a
 * commit has it alone, so none falls between a document and its index entry. A failure of the file is final: what is
 * in memory may then be more than what is kept, and nobody may build on it.
 */
final class GroupCommit {
    private static final Duration WAIT_LIMIT = Duration.ofSeconds(60);

    /** Commits between two looks at the file for chunks that are mostly history. */
    private static final int COMPACT_EVERY = 500;

    private static final int COMPACT_BELOW_PERCENT = 60;
    private static final int COMPACT_BYTES = 4 << 20;

    private final MVStore store;
    private final boolean inMemory;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final Tickets tickets = new Tickets();
    private final Object turn = new Object();
    private long durable;
    private long commits;
    private boolean committing;
    private @Nullable Throwable broken;

    GroupCommit(MVStore store) {
        this.store = store;
        this.inMemory = store.getFileStore() == null;
    }

    /**
     * A refused write waits too: its error may tell of a document that is not on the disk yet.
     *
     * @param collection the only one that it writes to, or {@link Tickets#ANY}
     */
    <T> T write(String collection, Supplier<T> command) {
        long ticket = 0;
        gate.readLock().lock();
        try {
            ticket = tickets.take(collection);
            return command.get();
        } finally {
            gate.readLock().unlock();
            await(ticket);
        }
    }

    /**
     * For majority reads: what was read may not vanish with the process.
     *
     * @param collection the only one that it reads, or {@link Tickets#ANY}
     */
    <T> T read(String collection, Supplier<T> command) {
        var answer = command.get();
        await(tickets.last(collection));
        return answer;
    }

    long commits() {
        synchronized (turn) {
            return commits;
        }
    }

    private void await(long ticket) {
        while (!inMemory && isMyTurn(ticket)) {
            commit();
        }
    }

    /** Waits until the ticket is on the disk (false) or nobody is writing it there (true). */
    private boolean isMyTurn(long ticket) {
        long deadline = System.nanoTime() + WAIT_LIMIT.toNanos();
        synchronized (turn) {
            while (durable < ticket && committing && broken == null) {
                pause(deadline);
            }
            if (broken != null) {
                throw new IllegalStateException("the store's file cannot be written", broken);
            }
            committing = durable < ticket;
            return committing;
        }
    }

    private void pause(long deadline) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new IllegalStateException("no commit within " + WAIT_LIMIT.toSeconds() + " s");
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(turn, Math.max(left, 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the disk", e);
        }
    }

    private void commit() {
        try {
            long upTo = commitAlone();
            store.sync();
            finish(upTo, null);
        } catch (Throwable e) {
            finish(0, e);
            throw e;
        }
    }

    private long commitAlone() {
        gate.writeLock().lock();
        try {
            long upTo = tickets.last();
            store.commit();
            if (commits % COMPACT_EVERY == COMPACT_EVERY - 1) {
                store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
                store.commit();
            }
            return upTo;
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void finish(long upTo, @Nullable Throwable failure) {
        synchronized (turn) {
            durable = Math.max(durable, upTo);
            broken = failure == null ? broken : failure;
            commits++;
            committing = false;
            turn.notifyAll();
        }
    }
}
