package linxi.query.feed;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import linxi.query.mongo.Catalog;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.Generations;

/** Which generations this program is to feed just now, looked up twice a second; drops what is over. */
final class Course {
    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();

    private final Catalogs catalogs;
    private final Remains remains;
    private final SortedSet<String> known = new TreeSet<>();
    private Catalog catalog;
    private long lookedAt;

    /**
     * Begins the catalog where there is none.
     *
     * @throws Outdated as {@link #changed} does
     */
    Course(Catalogs catalogs, Remains remains, List<? extends Projection<?>> projections) {
        this.catalogs = catalogs;
        this.remains = remains;
        projections.forEach(projection -> known.add(projection.name()));
        this.catalog = look();
    }

    Generations generations() {
        return catalog.serving();
    }

    /**
     * @return whether they are others than before
     * @throws Outdated where a newer program is to feed them
     */
    boolean changed() {
        if (System.nanoTime() - lookedAt < LOOK_NANOS) {
            return false;
        }
        var before = catalog.serving();
        catalog = look();
        return !catalog.serving().equals(before);
    }

    private Catalog look() {
        var found = catalogs.readOrBegin(known);
        var unknown = new TreeSet<>(found.serving().of().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new Outdated(unknown);
        }
        lookedAt = System.nanoTime();
        remains.sweep(found, lookedAt);
        return found;
    }

    /** What is served holds read models that this program cannot fold: it must leave all partitions to newer ones. */
    static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outdated(SortedSet<String> unknown) {
            super("this program does not know the read models " + unknown
                    + ": a newer one has to feed them, or 'linxi rebuild' to give them up");
        }
    }
}
