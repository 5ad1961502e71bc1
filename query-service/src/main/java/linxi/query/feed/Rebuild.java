package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import linxi.query.mongo.Catalog;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.Generations;
import org.jspecify.annotations.Nullable;

/**
 * Builds read models anew from the whole topic, into new collections beside those that are served, and then has them
 * served at once. Wherever it ends before that, the old ones are served and the next one goes on there. Any number of
 * them may run at the same time, in any number of processes.
 */
public final class Rebuild implements AutoCloseable {
    /** How often others may come first with something else. */
    private static final int TURNS = 10;

    private final MongoDatabase database;
    private final KafkaSettings settings;
    private final List<? extends Projection<?>> projections;
    private final SortedSet<String> known = new TreeSet<>();
    private final Catalogs catalogs;
    private final Duration patience;
    private volatile boolean closed;

    /** @param projections all that this program knows */
    public Rebuild(MongoDatabase database, KafkaSettings settings, List<? extends Projection<?>> projections) {
        this(database, settings, projections, Builder.PATIENCE);
    }

    /** @param patience with a Kafka that lacks what the relay says it sent */
    Rebuild(
            MongoDatabase database,
            KafkaSettings settings,
            List<? extends Projection<?>> projections,
            Duration patience) {
        this.patience = patience;
        this.database = database;
        this.settings = settings;
        this.projections = projections;
        projections.forEach(projection -> known.add(projection.name()));
        this.catalogs = new Catalogs(database);
    }

    /** Gives up what an earlier rebuild left unfinished: it was folded by a program that has been mended since. */
    public void giveUpUnfinished() {
        for (int turn = 0; turn < TURNS; turn++) {
            var catalog = catalogs.read();
            if (catalog == null || catalog.building() == null || catalogs.replace(catalog, catalog.abandon())) {
                return;
            }
        }
        throw new IllegalStateException("others keep changing the catalog");
    }

    /**
     * Finishes first what an earlier one left unfinished, and that may be all that is needed.
     *
     * @param names none means all, and those that are served but not known here are served no longer
     * @param report told several times a second
     * @throws IllegalArgumentException where a name is none of a projection; its message names them all
     * @throws IllegalStateException where it was closed, or somebody gave up what was being built
     * @throws Lacking where Kafka does not have what the relay sent; what is built so far is kept, and nothing is swapped
     */
    public void run(Collection<String> names, Consumer<RebuildProgress> report) {
        if (!known.containsAll(names)) {
            throw new IllegalArgumentException("no such read model among " + names + "; there are " + known);
        }
        Set<String> wanted = names.isEmpty() ? known : new TreeSet<>(names);
        for (int turn = 0; turn < TURNS; turn++) {
            var building = begun(wanted);
            if (building != null) {
                build(building, report);
                if (building.of().keySet().containsAll(wanted)) {
                    return;
                }
            }
        }
        throw new IllegalStateException("others keep rebuilding something else");
    }

    /** Null where somebody else changed the catalog just now. */
    private @Nullable Generations begun(Set<String> wanted) {
        var catalog = catalogs.readOrBegin(known);
        var building = catalog.building();
        if (building == null) {
            var next = catalog.build(wanted);
            return catalogs.replace(catalog, next) ? next.building() : null;
        }
        if (known.containsAll(building.of().keySet())) {
            return building;
        }
        var _ = catalogs.replace(catalog, catalog.abandon());
        return null;
    }

    private void build(Generations building, Consumer<RebuildProgress> report) {
        try (var builder = new Builder(database, settings, projections, building, patience)) {
            while (!isServed(building)) {
                if (closed) {
                    throw new IllegalStateException("the rebuild was stopped");
                }
                builder.read();
                report.accept(builder.progress());
                if (builder.hasCaughtUp()) {
                    swap(building, builder);
                }
            }
        }
    }

    /** Whether it is served now, by whomever. */
    private boolean isServed(Generations building) {
        var catalog = current();
        if (building.equals(catalog.building())) {
            return false;
        }
        if (catalog.serving().epoch() > building.epoch()) {
            return true;
        }
        throw new IllegalStateException("somebody gave up what was being built as epoch " + building.epoch());
    }

    /** Progress of the new epoch first: it says what is true whether or not the swap happens, and whoever swaps. */
    private void swap(Generations building, Builder builder) {
        var catalog = current();
        if (building.equals(catalog.building())) {
            var retired = new TreeSet<String>();
            if (building.of().keySet().containsAll(known)) {
                retired.addAll(catalog.serving().of().keySet());
                retired.removeAll(known);
            }
            var next = catalog.swap(retired);
            boolean whole = building.of().equals(next.serving().of());
            builder.handOver(next.serving().epoch(), whole ? null : catalog.serving());
            var _ = catalogs.replace(catalog, next);
        }
    }

    private Catalog current() {
        var catalog = catalogs.read();
        if (catalog == null) {
            throw new IllegalStateException("the catalog of read models is gone");
        }
        return catalog;
    }

    /** Kafka does not have all that the relay says it sent. */
    public static final class Lacking extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long folded;
        private final long sent;

        Lacking(long folded, long sent) {
            super("the topic holds all events up to " + folded + " only, of " + sent + " that the relay sent");
            this.folded = folded;
            this.sent = sent;
        }

        /** Position up to which the topic has everything. */
        public long folded() {
            return folded;
        }

        /** Position up to which the relay has sent. */
        public long sent() {
            return sent;
        }
    }

    /** Lets it end at the next batch. */
    @Override
    public void close() {
        closed = true;
    }
}
