package linxi.query.feed;

import com.mongodb.MongoTimeoutException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import linxi.query.mongo.Catalog;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.Generations;
import linxi.query.mongo.Views;
import org.jspecify.annotations.Nullable;

/**
 * Up to which position of the event log everything is folded, over all partitions and instances: the relay says what it
 * sent, the feeds' stored progress says what of it was taken, and this instance's feed says so a little earlier. Also decides when reads move on to other generations of the
 * documents, since a promise that was given must hold for those too. Thread-safe; throws {@link com.mongodb.MongoException}
 * where MongoDB is away.
 */
public final class Freshness {
    /** How long an answer of {@link #asOf} may lag. */
    private static final long STALE_NANOS = Duration.ofMillis(100).toNanos();

    /**
     * At least, between looks while somebody waits: other instances' progress and the relay's give no signal here. Rarer
     * the longer he waits, so that many who wait long take little from the others.
     */
    private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

    /** What somebody who asks for no position gives a look. */
    private static final long GLANCE_NANOS = Duration.ofMillis(500).toNanos();

    /** The first look, without which nothing can be answered, may find cold code and a connection still to be made. */
    private static final long FIRST_NANOS = Duration.ofMillis(1_500).toNanos();

    /** Where no feed has begun a catalog yet. */
    private static final long FIRST_EPOCH = 1;

    /** Who waits while the program stops. */
    private static final long HURRIED_NANOS = Duration.ofSeconds(1).toNanos();

    private final MongoDatabase facts;
    private final Views views;
    private final Catalogs catalogs;
    private final ProgressTable progress;
    private final ParkedTable parkedUnits;
    private final AtomicLong folded = new AtomicLong();
    private final AtomicLong signals = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progressed = lock.newCondition();
    private volatile @Nullable Generations serving;
    private volatile OptionalLong parked = OptionalLong.empty();
    private volatile RelayState pending = RelayState.NONE;
    private Future<?> look = CompletableFuture.completedFuture(null);
    private volatile Taken own = new Taken(FIRST_EPOCH, Map.of());
    private volatile boolean hurried;
    private volatile boolean looked;
    private volatile long lookedAt = System.nanoTime() - STALE_NANOS;

    Freshness(MongoDatabase database, Views views) {
        // Each is written when what it says is so already: it stays true where the writing of it was lost.
        var facts = database.withReadConcern(ReadConcern.LOCAL);
        this.facts = facts;
        this.views = views;
        this.catalogs = new Catalogs(database);
        this.progress = new ProgressTable(facts);
        this.parkedUnits = new ParkedTable(facts);
    }

    /**
     * A position up to which every event is folded, at most 100 ms behind where MongoDB answers at once. Ask before
     * reading documents, so that it holds for them.
     */
    public long asOf() {
        if (System.nanoTime() - lookedAt >= STALE_NANOS) {
            look(looked ? GLANCE_NANOS : FIRST_NANOS);
        }
        if (!looked) {
            throw new MongoTimeoutException("it is not known yet where the read models lie");
        }
        return folded.get();
    }

    /**
     * The position from which documents of parked units may lack events, however far the others are folded; empty where
     * nothing is parked. Ask after {@link #asOf}.
     */
    public OptionalLong parkedFrom() {
        return parked;
    }

    /**
     * Waits until every event up to a position is folded.
     *
     * @return false where that did not happen in time, or the thread was interrupted
     */
    public boolean awaitAtLeast(long position, Duration limit) {
        long began = System.nanoTime();
        while (folded.get() < position) {
            long before = signals.get();
            long most = hurried ? Math.min(HURRIED_NANOS, limit.toNanos()) : limit.toNanos();
            look(most - (System.nanoTime() - began));
            if (folded.get() >= position) {
                return true;
            }
            long waited = System.nanoTime() - began;
            if (waited >= most || !pause(before, Math.max(LOOK_NANOS, waited / 16))) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #awaitAtLeast}, for everything that is in Kafka now. */
    boolean awaitAllSent(Duration limit) {
        return awaitAtLeast(RelayState.read(facts).position(), limit);
    }

    /** How many events are in Kafka and not folded. */
    public long behind() {
        long sent = RelayState.read(facts).position();
        return Math.max(0, sent - asOf());
    }

    /** From now on nobody waits for more than a second. */
    void hurry() {
        hurried = true;
    }

    /** As a {@link Promise}: notes what this instance's feed has stored, and wakes those who wait. */
    void folded(long epoch, Map<Integer, Progress> taken) {
        var more = new Taken(epoch, taken);
        own = more.and(own);
        lock.lock();
        try {
            signals.incrementAndGet();
            progressed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean pause(long before, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && signals.get() == before) {
                left = progressed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** One look serves all who wait for one, and goes on without those for whom it takes too long. */
    private void look(long patienceNanos) {
        try {
            var _ = underWay().get(Math.max(0, patienceNanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            // What is known by now is true all the same.
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Future<?> underWay() {
        if (look.isDone()) {
            look = CompletableFuture.runAsync(this::lookNow, Thread::startVirtualThread);
        }
        return look;
    }

    /**
     * What was seen once stays true: so the oldest look not yet passed counts too, and what is read for one look may be
     * read at the same time.
     */
    private void lookNow() {
        long since = System.nanoTime();
        long epoch = servedEpoch();
        var relay = Meanwhile.read(() -> RelayState.read(facts));
        var taken = Meanwhile.read(() -> taken(epoch));
        serve(catalogs.read(), since);
        long served = servedEpoch();
        var sent = relay.get();
        long now = foldedBy(sent, served == epoch ? taken.get() : taken(served));
        // After the progress: whatever that has left out is parked by then.
        parked = parkedUnits.lowest(served);
        folded.accumulateAndGet(now, Math::max);
        if (pending.position() <= folded.get()) {
            pending = sent;
        }
        lookedAt = System.nanoTime();
        looked = true;
    }

    /**
     * Reads move on to the generations that the catalog serves as soon as those have folded all that the ones before them
     * have, and so all that was promised here.
     */
    private void serve(@Nullable Catalog catalog, long since) {
        if (catalog == null) {
            return;
        }
        var current = serving;
        var next = catalog.serving();
        var served = current != null && lags(next, current) ? current : next;
        serving = served;
        views.serve(served, since);
    }

    private boolean lags(Generations next, Generations current) {
        return !next.equals(current) && !progress.hasReached(next.epoch(), taken(current.epoch()));
    }

    private long servedEpoch() {
        var current = serving;
        return current == null ? FIRST_EPOCH : current.epoch();
    }

    private Map<Integer, Progress> taken(long epoch) {
        return new Taken(epoch, progress.of(epoch)).and(own).partitions();
    }

    private long foldedBy(RelayState relay, Map<Integer, Progress> taken) {
        return Math.max(relay.foldedBy(taken), pending.foldedBy(taken));
    }
}
