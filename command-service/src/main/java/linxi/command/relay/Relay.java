package linxi.command.relay;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import linxi.command.store.EventLog;
import linxi.command.store.Lease;
import linxi.command.store.StoreAway;
import linxi.edge.health.Inquiry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop that carries the log to Kafka. A failure of any kind ends in the same place as a restart: a new connection,
 * the stored state, and a look at what Kafka has.
 */
final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration STANDBY = Duration.ofMillis(500);
    private static final long CHECK_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration DRAINING = Duration.ofSeconds(2);
    private static final Duration FINISHING = Duration.ofMillis(1_500);
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final EventLog log;
    private final StateDocument document;
    private final Lease lease;
    private final RelaySettings settings;
    private final Resumption resumption;
    private final Runnable afterSend;
    private final Ahead ahead;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable KafkaLink link;
    private RelayState state;
    private long checkedAt;
    private @Nullable Class<?> trouble;
    private final Backoff backoff = new Backoff();
    private final Pulse pulse = new Pulse();
    private final Inquiry<RelayStatus> inquiry = new Inquiry<>(this::status);
    private volatile long stored;
    private volatile boolean idle;

    Relay(EventLog log, MongoDatabase database, RelaySettings settings) {
        this(log, database, settings, () -> {});
    }

    /** @param afterSend runs when Kafka has a batch and the state is not stored, where tests let it fail */
    Relay(EventLog log, MongoDatabase database, RelaySettings settings, Runnable afterSend) {
        this.log = log;
        this.document = new StateDocument(database, settings.partitions());
        this.lease = Lease.exclusive(database, "relay");
        this.settings = settings;
        this.resumption = new Resumption(log, document, settings, this::keepLease);
        this.afterSend = afterSend;
        this.ahead = new Ahead(log, settings.topic());
        this.state = RelayState.nothing(settings.partitions());
        this.thread = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /**
     * Asks the store, as another instance may be the one that sends.
     *
     * @throws StoreAway or {@link com.mongodb.MongoException} where it cannot be asked
     */
    RelayStatus status() {
        long position = document.read().position();
        return pulse.status(position, Math.max(0, log.head() - position));
    }

    /** As {@link #status()}, soon; empty where the store does not answer. */
    Optional<RelayStatus> statusIfSoon() {
        return inquiry.answer();
    }

    /** What is known without asking the store. */
    Pulse pulse() {
        return pulse;
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                turn();
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted to stop", e);
        } finally {
            disconnect();
            release();
            pulse.leads(false);
        }
    }

    private void turn() throws InterruptedException {
        try {
            if (!lease.tryHold()) {
                disconnect();
                pulse.standsBy();
                trouble = null;
                backoff.reset();
                pause(STANDBY.toMillis());
                return;
            }
            pulse.leads(true);
            if (link == null) {
                // Looking at Kafka may take long: hold the lease again before sending.
                link = connect();
            } else {
                carry(link);
                recovered();
            }
        } catch (RuntimeException e) {
            disconnect();
            pulse.leads(lease.isHeld());
            failed(e);
        }
    }

    private KafkaLink connect() throws InterruptedException {
        var resumed = resumption.open();
        state = resumed.state();
        stored = state.position();
        checkedAt = System.nanoTime();
        return resumed.link();
    }

    /** A look at all of Kafka takes longer than the lease lasts; two that lose it to each other would never end. */
    private void keepLease() {
        if (!lease.tryHold()) {
            throw new Superseded();
        }
    }

    private void carry(KafkaLink open) throws InterruptedException {
        var batch = ahead.after(state);
        long events = batch.position() - state.position();
        if (events == 0) {
            checkNowAndThen(open);
            awaitMore();
            return;
        }
        ahead.prepareAfter(batch);
        var reached = open.send(batch, state);
        afterSend.run();
        state = document.write(reached);
        stored = state.position();
        pulse.sent(events);
        checkedAt = System.nanoTime();
    }

    private void awaitMore() throws InterruptedException {
        idle = true;
        try {
            var _ = log.awaitBeyond(state.position(), IDLE);
        } finally {
            idle = false;
        }
    }

    /** Also an idle relay should see that Kafka is away, or has forgotten something. */
    private void checkNowAndThen(KafkaLink open) throws InterruptedException {
        if (System.nanoTime() - checkedAt > CHECK_NANOS) {
            open.checkNothingIsLost(state);
            checkedAt = System.nanoTime();
        }
    }

    private void recovered() {
        if (!pulse.isConnected()) {
            LOG.info("the relay sends to {} from position {} on", settings.bootstrapServers(), state.position() + 1);
        }
        pulse.connected();
        trouble = null;
        backoff.reset();
    }

    /** Says each kind of trouble once, and waits longer each time; commands do not need the relay. */
    private void failed(RuntimeException e) throws InterruptedException {
        if (pulse.isConnected() || !e.getClass().equals(trouble)) {
            LOG.warn("the relay cannot send and goes on trying: {}", e.getMessage());
            LOG.debug("the relay cannot send", e);
        }
        trouble = e.getClass();
        pulse.failed(String.valueOf(e.getMessage()));
        pause(backoff.nextMillis());
    }

    private void pause(long millis) throws InterruptedException {
        var _ = stop.await(millis, TimeUnit.MILLISECONDS);
    }

    private void disconnect() {
        var closing = link;
        link = null;
        ahead.forget();
        if (closing != null) {
            closing.close();
        }
    }

    private void release() {
        boolean interrupted = Thread.interrupted();
        try {
            lease.release();
        } catch (StoreAway e) {
            LOG.debug("the lease ends by itself", e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what is recorded and lets the batch in flight finish, but not for long: a restart goes on from there. */
    @Override
    public void close() {
        try {
            drain();
            stop.countDown();
            if (idle) {
                thread.interrupt();
            }
            if (!thread.join(FINISHING)) {
                thread.interrupt();
                var _ = thread.join(CLOSING);
            }
        } catch (InterruptedException e) {
            stop.countDown();
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void drain() throws InterruptedException {
        long end = System.nanoTime() + DRAINING.toNanos();
        while (pulse.isLeading() && pulse.isConnected() && log.isKnownBeyond(stored) && System.nanoTime() - end < 0) {
            Thread.sleep(5);
        }
    }
}
