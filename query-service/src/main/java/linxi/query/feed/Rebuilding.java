package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.Generations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds that are asked for in this process, one at a time, and how far one has come wherever it runs. */
public final class Rebuilding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final MongoDatabase database;
    private final KafkaSettings settings;
    private final List<? extends Projection<?>> projections;
    private final AtomicReference<@Nullable Run> running = new AtomicReference<>();
    private volatile @Nullable String lastFailure;
    private volatile Pace pace = new Pace(0, 0, 0);

    Rebuilding(MongoDatabase database, KafkaSettings settings, List<? extends Projection<?>> projections) {
        this.database = database;
        this.settings = settings;
        this.projections = projections;
    }

    /** Where one was seen first, to tell its rate by. */
    private record Pace(long epoch, long done, long nanos) {
        long perSecond(long doneNow) {
            return (long) ((doneNow - done) / Math.max(1, (System.nanoTime() - nanos) / 1e9));
        }
    }

    private record Run(Rebuild rebuild, Thread thread) {}

    /**
     * Does not wait for it.
     *
     * @param names none means all
     * @return whether it begins: not where one of this process runs already
     */
    public boolean begin(Collection<String> names) {
        var wanted = new TreeSet<>(names);
        var rebuild = new Rebuild(database, settings, projections);
        var run = new Run(rebuild, Thread.ofPlatform().name("rebuild").unstarted(() -> run(rebuild, wanted)));
        if (!running.compareAndSet(null, run)) {
            return false;
        }
        lastFailure = null;
        run.thread().start();
        return true;
    }

    private void run(Rebuild rebuild, Collection<String> names) {
        try {
            rebuild.run(names, _ -> {});
            LOG.info("built anew: {}", names.isEmpty() ? "all read models" : names);
        } catch (RuntimeException e) {
            LOG.warn("a rebuild ended early", e);
            lastFailure = e.getMessage() == null ? e.toString() : e.getMessage();
        } finally {
            running.set(null);
        }
    }

    /** Of read models, by name. */
    public Collection<String> names() {
        return new TreeSet<>(projections.stream().map(Projection::name).toList());
    }

    /** Why the last one of this process ended early; null where it did not. */
    public @Nullable String lastFailure() {
        return lastFailure;
    }

    /** Of whichever is being built, here or elsewhere; null where nothing is. */
    public @Nullable RebuildProgress progress() {
        var catalog = new Catalogs(database).read();
        var building = catalog == null ? null : catalog.building();
        return building == null ? null : progress(building);
    }

    private RebuildProgress progress(Generations building) {
        long done = new ProgressTable(database)
                .of(building.epoch()).values().stream()
                        .mapToLong(Progress::offset)
                        .sum();
        long total = RelayState.read(database).ends().values().stream()
                .mapToLong(RelayEnd::end)
                .sum();
        var seen = pace;
        if (seen.epoch() != building.epoch()) {
            seen = new Pace(building.epoch(), done, System.nanoTime());
            pace = seen;
        }
        var names = new TreeSet<>(building.of().keySet());
        return new RebuildProgress(names, Math.min(done, total), total, seen.perSecond(done));
    }

    /** What is unfinished goes on with the next one. */
    @Override
    public void close() {
        var run = running.get();
        if (run != null) {
            run.rebuild().close();
            try {
                if (!run.thread().join(STOP)) {
                    LOG.warn("a rebuild did not stop within {}", STOP);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
