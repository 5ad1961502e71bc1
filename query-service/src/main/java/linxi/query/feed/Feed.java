package linxi.query.feed;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.Generations;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance's consumer of the topic, on a thread of its own. Kafka or MongoDB being away never ends it: it tries
 * again, at most five seconds apart, until it is closed.
 */
public final class Feed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration STOP_LIMIT = Duration.ofMillis(2_500);

    private static final CloseOptions CLOSING = CloseOptions.timeout(Duration.ofSeconds(1));

    private final KafkaSettings settings;
    private final Catalogs catalogs;
    private final Remains remains;
    private final Function<Generations, Store> stores;
    private final List<? extends Projection<?>> projections;
    private final Promise promise;
    private final LongAdder batches = new LongAdder();
    private final LongAdder foldNanos = new LongAdder();
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile FeedStatus status = new FeedStatus(Collections.emptySortedMap(), List.of(), "starting");
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    /**
     * @param stores where documents and progress of some generations rest
     * @param promise told on the feed's thread of each batch
     */
    Feed(
            KafkaSettings settings,
            Catalogs catalogs,
            Remains remains,
            Function<Generations, Store> stores,
            List<? extends Projection<?>> projections,
            Promise promise) {
        this.settings = settings;
        this.catalogs = catalogs;
        this.remains = remains;
        this.stores = stores;
        this.projections = projections;
        this.promise = promise;
        this.thread = Thread.ofPlatform().name("feed").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** How many were folded. */
    long batches() {
        return batches.sum();
    }

    /** What it took, storing included. */
    long foldNanos() {
        return foldNanos.sum();
    }

    public FeedStatus status() {
        return status;
    }

    /** Finishes the batch in hand, within 2.5 seconds. */
    @Override
    public void close() {
        stopping.countDown();
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            if (!thread.join(STOP_LIMIT)) {
                LOG.warn("the feed did not stop within {}", STOP_LIMIT);
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped()) {
            try {
                consume(new Course(catalogs, remains, projections));
            } catch (RuntimeException | Error e) {
                // An error too: a feed that ended without a word would look as if nothing happened any more.
                failed(e);
            }
        }
    }

    private void consume(Course course) {
        var reading = new KafkaConsumer<String, byte[]>(KafkaRecords.settings(settings));
        try {
            consumer = reading;
            var reader = new Reader(reading, settings.topic(), intake(course));
            reading.subscribe(List.of(settings.topic()), reader);
            consume(course, reader, new Contact(reading));
        } finally {
            consumer = null;
            reading.close(CLOSING);
        }
    }

    private void consume(Course course, Reader reader, Contact kafka) {
        while (!stopped()) {
            try {
                if (course.changed()) {
                    LOG.info("feeding epoch {}", course.generations().epoch());
                    reader.follow(intake(course));
                }
                if (reader.read()) {
                    batches.increment();
                    foldNanos.add(reader.tookNanos());
                }
                tell(reader, kafka.lost(System.nanoTime()));
                backoff.reset();
            } catch (WakeupException _) {
                // Only close() wakes it, and the loop ends by itself.
            } catch (KafkaException | Course.Outdated e) {
                throw e;
            } catch (RuntimeException e) {
                failed(e);
                reader.goBack();
            }
        }
    }

    private void tell(Reader reader, @Nullable String away) {
        if (away != null && status.away() == null) {
            LOG.warn("the feed waits: {}", away);
        }
        status = new FeedStatus(reader.partitions(), reader.parked(FeedStatus.SHOWN), away);
    }

    /** Of the projections that are served: a new one is built beside them first. */
    private Intake intake(Course course) {
        var generations = course.generations();
        var store = stores.apply(generations);
        var served = projections.stream()
                .filter(projection -> generations.of().containsKey(projection.name()))
                .toList();
        return new Intake(
                store,
                new Projector(store, served, Together.AT_ONCE),
                taken -> promise.folded(generations.epoch(), taken));
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void failed(Throwable e) {
        if (stopped()) {
            return;
        }
        if (status.away() == null) {
            LOG.warn("the feed waits: {}", e.toString());
        }
        status = new FeedStatus(new TreeMap<>(status.partitions()), status.parked(), e.toString());
        try {
            var _ = stopping.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
