package linxi.command.store;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of an instance that writes: a batch at a time, and nothing before the batch is settled. */
final class Writer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final int IDLE_TURNS = 10;
    private static final long SHORTEST_PAUSE = 5;
    private static final long LONGEST_PAUSE = 500;
    /** Refusals that nothing stored explains, before the commit is given up. */
    private static final int STRIKES = 50;

    private final CommitQueue queue;
    private final Commits commits;
    private final Frontier frontier;
    private final Sequences sequences;
    private final Judge judge;
    private final Lease lease;
    private volatile boolean stopping;
    private boolean indexed;
    private boolean doubtful = true;
    private int strikes;

    Writer(CommitQueue queue, Commits commits, Frontier frontier, Sequences sequences, Lease lease) {
        this.queue = queue;
        this.commits = commits;
        this.frontier = frontier;
        this.sequences = sequences;
        this.judge = new Judge(commits, sequences);
        this.lease = lease;
    }

    void stop() {
        stopping = true;
    }

    boolean isLeading() {
        return lease.isHeld();
    }

    boolean isStopped() {
        return stopping;
    }

    @Override
    public void run() {
        try {
            int idle = 0;
            while (!stopping) {
                var batch = queue.take(IDLE);
                if (!batch.isEmpty()) {
                    write(batch);
                    idle = 0;
                } else if (idle < IDLE_TURNS) {
                    rest(++idle);
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("the log's writer was told to hurry: commits that wait are refused");
        } catch (Throwable e) {
            LOG.error("the log's writer has stopped", e);
            throw e;
        } finally {
            stopping = true;
            leave();
        }
    }

    /** Also on an interrupted thread, on which neither the queue nor the store would answer. */
    private void leave() {
        boolean interrupted = Thread.interrupted();
        refuseQueued();
        rest(IDLE_TURNS);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** An idle holder looks whether another wants the lease, and lets go after a while. */
    private void rest(int turns) {
        try {
            if (turns >= IDLE_TURNS) {
                lease.release();
            } else if (lease.isHeld()) {
                var _ = lease.tryHold();
            }
        } catch (StoreAway e) {
            LOG.warn("lease not renewed: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("lease not renewed", e);
        }
    }

    private void write(List<Pending> batch) throws InterruptedException {
        var open = new ArrayList<>(batch);
        try {
            settle(open);
        } finally {
            // Whatever ends the writer: nobody is left waiting.
            open.forEach(Writer::refuse);
        }
    }

    private void settle(List<Pending> open) throws InterruptedException {
        long pause = SHORTEST_PAUSE;
        while (!open.isEmpty() && !stopping) {
            try {
                if (lease.tryHold()) {
                    round(open);
                    pause = SHORTEST_PAUSE;
                } else {
                    doubtful = true; // the holder moves the head
                    Thread.sleep(SHORTEST_PAUSE);
                }
            } catch (RuntimeException e) {
                warn(open.size(), e, pause == SHORTEST_PAUSE);
                doubtful = true;
                Thread.sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE);
            }
            open.removeIf(pending -> pending.isSettled() || pending.isWithdrawn());
        }
    }

    /** Anything else is a fault, of the program or of what is stored; a person may mend that, and then it goes on. */
    private static void warn(int waiting, RuntimeException e, boolean first) {
        boolean away = e instanceof MongoException || e instanceof StoreAway || e instanceof IllegalStateException;
        if (away || !first) {
            LOG.warn("the store is away or damaged, {} commits wait: {}", waiting, e.toString());
        } else {
            LOG.error("the store is damaged, {} commits wait", waiting, e);
        }
    }

    /** Settles at least one commit, or throws, or finds that the head has moved. */
    private void round(List<Pending> open) {
        if (!indexed) {
            commits.createIndex();
            indexed = true;
        }
        if (doubtful) {
            var _ = frontier.refresh();
            judge.settle(open.stream().filter(Pending::isSent).toList());
            doubtful = false;
        }
        var unsettled = open.stream().filter(pending -> !pending.isSettled()).toList();
        var wave = Wave.of(unsettled, sequences, commits, frontier.refreshIfUnknown());
        if (!wave.suspect().isEmpty()) {
            judge.refuse(wave.suspect());
        }
        send(wave.ready().stream().filter(Pending::send).toList());
    }

    private void send(List<Pending> ready) {
        if (ready.isEmpty()) {
            return;
        }
        var numbered = number(ready);
        doubtful = true; // until the answer says otherwise
        int stored =
                commits.insert(numbered.stream().map(StoredCommit::toDocument).toList());
        doubtful = stored < ready.size();
        if (stored > 0) {
            var _ = frontier.advance(Head.after(numbered.get(stored - 1)));
            strikes = 0;
        }
        for (int i = 0; i < stored; i++) {
            sequences.saw(numbered.get(i).events());
            ready.get(i).stored(numbered.get(i).first());
        }
        if (stored < ready.size()) {
            explain(ready.get(stored));
        }
    }

    /** Why it was refused: its keys are taken, or only its {@code _id} is, and then it goes out again. */
    private void explain(Pending refused) {
        judge.settle(List.of(refused));
        if (refused.isSettled()) {
            doubtful = false; // the head is where our last stored commit ends
            strikes = 0;
        } else if (++strikes == STRIKES) {
            strikes = 0;
            refused.fail(new StoreAway("the store refuses a commit without a cause in sight", true, null));
        }
    }

    private List<StoredCommit> number(List<Pending> ready) {
        var head = frontier.refreshIfUnknown();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var numbered = new ArrayList<StoredCommit>(ready.size());
        for (var pending : ready) {
            var stored = pending.after(head, now);
            numbered.add(stored);
            head = Head.after(stored);
        }
        return numbered;
    }

    private void refuseQueued() {
        try {
            for (var left = queue.take(Duration.ZERO); !left.isEmpty(); left = queue.take(Duration.ZERO)) {
                left.forEach(Writer::refuse);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuse(Pending pending) {
        pending.fail(new StoreAway("the log is being closed", pending.isSent(), null));
    }
}
