package linxi.query.feed;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import linxi.query.mongo.Catalogs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has read models built that this program brings and that are not served yet. Ends when there are none. */
final class Newcomers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Newcomers.class);
    private static final long STOP_MILLIS = 10_000;

    private final Catalogs catalogs;
    private final SortedSet<String> known = new TreeSet<>();
    private final Rebuild rebuild;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("feed-new").unstarted(this::run);

    Newcomers(Catalogs catalogs, List<? extends Projection<?>> projections, Rebuild rebuild) {
        this.catalogs = catalogs;
        projections.forEach(projection -> known.add(projection.name()));
        this.rebuild = rebuild;
    }

    void start() {
        thread.start();
    }

    private void run() {
        var backoff = new Backoff();
        while (stopping.getCount() > 0) {
            try {
                var missing = new TreeSet<>(known);
                missing.removeAll(catalogs.readOrBegin(known).serving().of().keySet());
                if (missing.isEmpty()) {
                    return;
                }
                LOG.info("building the new read models {}", missing);
                rebuild.run(missing, _ -> {});
            } catch (RuntimeException e) {
                pause(backoff, e);
            }
        }
    }

    private void pause(Backoff backoff, RuntimeException e) {
        if (stopping.getCount() > 0) {
            LOG.warn("new read models wait: {}", e.toString());
            try {
                var _ = stopping.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                stopping.countDown();
            }
        }
    }

    /** Within ten seconds; what is unfinished goes on at the next start. */
    @Override
    public void close() {
        stopping.countDown();
        rebuild.close();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
