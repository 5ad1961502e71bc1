package linxi.command.store;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import linxi.events.StreamId;
import linxi.events.wire.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * The log of everything recorded. Positions count events from 1, without gaps, over all instances. Thread-safe; one
 * per process, on a client of {@link StoreClient}, which outlives it.
 */
public final class EventLog implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Limits limits;
    private final Commits commits;
    private final Frontier frontier;
    private final Sequences sequences = new Sequences();
    private final TailReader tail;
    private final CommitQueue queue;
    private final Writer writer;
    private final Thread thread;

    public EventLog(MongoDatabase database) {
        this(database, Limits.USUAL);
    }

    EventLog(MongoDatabase database, Limits limits) {
        this.limits = limits;
        this.commits = new Commits(database);
        this.frontier = new Frontier(commits);
        this.tail = new TailReader(commits);
        this.queue = new CommitQueue(limits);
        this.writer = new Writer(queue, commits, frontier, sequences, Lease.shared(database, "log"));
        this.thread = Thread.ofPlatform().name("event-log-writer").daemon().start(writer);
    }

    /**
     * For a start that should fail at once and say why; a log that was opened does not work either.
     *
     * @throws IllegalStateException where an import into this log was not finished
     * @throws StoreAway where the store cannot be read
     */
    public static void requireWhole(MongoDatabase database) {
        if (StoreAway.unlessAway(() -> new UnfinishedImport(database).isThere())) {
            throw new IllegalStateException(UnfinishedImport.WORDS);
        }
    }

    /**
     * Returns when the commit is durable: journaled by a majority.
     *
     * @throws StreamConflict where another commit took a place in a stream, or a sequence would leave a gap
     * @throws AlreadyRecorded where the command's idempotency key is in the log
     * @throws TooLarge over 1 000 events, 12 MiB a commit, 3 MiB an event
     * @throws StoreAway where the store is unreachable, slow, or has too much waiting; then see
     *     {@link StoreAway#outcomeUnknown()}
     */
    public Recorded append(Commit commit) {
        return append(new Pending(commit));
    }

    /**
     * As {@link #append}, for a commit that rests on there being nothing before it: only the first position will do,
     * and of all instances one gets that.
     *
     * @throws StreamConflict also where the log is not empty
     */
    public Recorded appendFirst(Commit commit) {
        return append(new Pending(commit, true));
    }

    private Recorded append(Pending pending) {
        if (writer.isStopped() || !queue.offer(pending)) {
            throw new StoreAway("too many commits wait for the store, or it is closed", false, null);
        }
        try {
            return pending.outcome().get(Deadline.left(limits.patience()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (TimeoutException e) {
            throw new StoreAway("not stored in time", !pending.withdraw(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreAway("interrupted", !pending.withdraw(), e);
        }
    }

    /** With the stack of the caller, who is to blame, and not of the writer. */
    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case StoreAway away -> new StoreAway("the commit failed", away.outcomeUnknown(), away);
            case RuntimeException refusal -> refusal;
            case null, default -> new IllegalStateException(cause);
        };
    }

    /**
     * What the command with this idempotency key was answered.
     *
     * @throws StoreAway where the store cannot be read, as from every method that reads
     */
    public Optional<Answered> answered(String commandKey) {
        return StoreAway.unlessAway(
                () -> Optional.ofNullable(commits.headersHolding(List.of(StoredCommit.commandKey(commandKey)))
                                .first())
                        .map(Judge::answered));
    }

    /**
     * The events of streams, each from a sequence on. A stream that does not exist has none.
     *
     * @return a list for each stream asked for, in sequence order
     */
    public Map<StreamId, List<Envelope>> read(Map<StreamId, Long> fromSequence) {
        var streams = StoreAway.unlessAway(() -> StreamReader.read(commits, fromSequence));
        streams.values().stream()
                .filter(events -> !events.isEmpty())
                .map(List::getLast)
                .forEach(last -> sequences.saw(last.aggregate(), last.sequence()));
        return streams;
    }

    /**
     * Events after a position, in position order, from any position, also inside a commit.
     *
     * @param limit at most so many; a page may be shorter (1 000 events, 16 MiB), and is empty only at the end
     */
    public List<Envelope> tail(long after, int limit) {
        return tail(after, limit, TailReader.PAGE_CHARS);
    }

    /**
     * The same for a page that is kept for a while.
     *
     * @param chars a page ends with the event that brings its data so far
     */
    public List<Envelope> tail(long after, int limit, long chars) {
        if (after < 0 || limit < 1) {
            throw new IllegalArgumentException("after " + after + ", limit " + limit);
        }
        return StoreAway.unlessAway(
                () -> frontier.isBeyond(after) || frontier.refresh().position() > after
                        ? tail.read(after, limit, chars)
                        : List.of());
    }

    /** The position of the last event stored, of whichever instance; 0 while there is none. */
    public long head() {
        return StoreAway.unlessAway(frontier::refresh).position();
    }

    /**
     * Waits until the log goes on behind a position: at once for commits of this instance, within 0.1 s for others'.
     *
     * @return false where it did not in time
     */
    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        return frontier.awaitBeyond(position, timeout);
    }

    /** The hash of the commit whose last event is at a position; the start of the chain for 0; empty where none ends there. */
    public Optional<String> hashAt(long position) {
        return StoreAway.unlessAway(() -> Optional.ofNullable(commits.hashAt(position)));
    }

    public LogStatistics statistics() {
        return queue.statistics();
    }

    /** Commits that wait to be sent; beyond 4 096 callers are told to come again. */
    public int queued() {
        return queue.size();
    }

    /** Whether this instance has the writer's lease; an idle one lets go of it. */
    public boolean isWriting() {
        return writer.isLeading();
    }

    /** Whether this log takes no commits any more, as it was closed or its writer came to its end; it never will again. */
    public boolean isStopped() {
        return writer.isStopped();
    }

    /** Whether events after a position are known of, without asking the store. */
    public boolean isKnownBeyond(long position) {
        return frontier.isBeyond(position);
    }

    /** Reads the whole log and recomputes positions, sequences, keys and hashes; takes a while. */
    public Verification verify() {
        return new WholeLog(commits).verify(_ -> {});
    }

    /** Finishes the batch in flight; what waits behind it gets {@link StoreAway}. */
    @Override
    public void close() {
        writer.stop();
        try {
            if (!thread.join(CLOSING)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
