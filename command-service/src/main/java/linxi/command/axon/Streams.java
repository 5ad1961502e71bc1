package linxi.command.axon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linxi.command.store.EventLog;
import linxi.events.StreamId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * How command handlers read and record: one {@link #read} per command takes the locks of all its streams in one order
 * and loads them at once; what is recorded goes out as one commit when the unit of work ends. Locks are held until the
 * commit is stored or given up, so that commands on the same streams of this instance never conflict.
 */
@Component
class Streams {
    private static final String READ = "linxi.read";
    private static final int STRIPES = 4_096;
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(5);
    /** What is guarded may be as old as it likes at first: a conflict or a refusal makes the edge look again. */
    private static final Duration GUARDED = Duration.ofDays(365);
    /** What is only relied on is nobody's conflict: another instance's word on it counts within this time. */
    private static final Duration RELIED_ON = Duration.ofSeconds(1);

    private final EventLog log;
    private final EventStore store;
    private final StateCache states;
    private final StreamLocks locks = new StreamLocks(STRIPES, LOCK_PATIENCE);

    Streams(EventLog log, EventStore store) {
        this.log = log;
        this.store = store;
        this.states = new StateCache(log);
    }

    Transaction read(StreamId... streams) {
        return read(List.of(streams));
    }

    /**
     * Every stream that the command may write, in any order, each as often as it likes.
     *
     * @throws Busy where the locks cannot be had in time
     */
    Transaction read(Collection<StreamId> streams) {
        return read(streams, Set.of());
    }

    /**
     * The same for a command that makes a stream. Unless it is in memory it is taken for new without asking the log: where
     * it is not, its first place is taken, and the edge has the command decided anew by what the log says, as it does
     * before it refuses one.
     */
    Transaction create(StreamId made, Collection<StreamId> others) {
        var all = new ArrayList<>(others);
        all.add(made);
        return read(all, Set.of(made));
    }

    private Transaction read(Collection<StreamId> streams, Set<StreamId> made) {
        var work = CurrentUnitOfWork.get();
        if (work.resources().putIfAbsent(READ, streams) != null) {
            throw new IllegalStateException("a command reads once: two reads could wait for each other");
        }
        var asked = Set.copyOf(streams);
        var rehearsal = Rehearsal.current();
        if (rehearsal != null) {
            var rehearsed = new Transaction(rehearsal.load(asked, this::reliedOn), _ -> {});
            work.afterCommit(_ -> rehearsal.keep(rehearsed));
            return rehearsed;
        }
        var held = locks.hold(asked);
        work.onCleanup(_ -> held.close());
        var transaction =
                new Transaction(states.load(asked, isFresh() ? Set.of() : made, oldest(GUARDED)), store::publish);
        work.afterCommit(_ -> remember(transaction));
        return transaction;
    }

    /** Streams that the command relies on and leaves alone. */
    States peek(Collection<StreamId> streams) {
        var asked = Set.copyOf(streams);
        var rehearsal = Rehearsal.current();
        return new States(rehearsal == null ? reliedOn(asked) : rehearsal.load(asked, this::reliedOn));
    }

    private Map<StreamId, Loaded> reliedOn(Set<StreamId> streams) {
        return states.load(streams, Set.of(), oldest(RELIED_ON));
    }

    States peek(StreamId... streams) {
        return peek(List.of(streams));
    }

    /** Whether nothing was ever recorded. */
    boolean isLogEmpty() {
        return log.head() == 0;
    }

    /** What this command records rests on an empty log: it is recorded at the first position, or decided anew. */
    static void onlyAsFirst() {
        CurrentUnitOfWork.get().resources().put(LogStorageEngine.OPENING, true);
    }

    private void remember(Transaction transaction) {
        long now = System.nanoTime();
        // Nobody else can have written these up to now: the commit would have been a conflict.
        transaction.written().forEach((stream, loaded) -> states.remember(stream, loaded.asOf(now)));
    }

    private static Duration oldest(Duration usual) {
        return isFresh() ? Duration.ofNanos(-1) : usual;
    }

    /** Whether nothing that is remembered counts. */
    private static boolean isFresh() {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().getMessage().getMetaData().containsKey(Commands.FRESH);
    }
}
