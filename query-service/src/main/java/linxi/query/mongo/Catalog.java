package linxi.query.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of each read model is served, and which is being built beside it. Each change is a new revision, and
 * only one writer makes it ({@link Catalogs#replace}). No epoch and no generation is ever used twice, so that a writer
 * who missed a change writes what nobody reads.
 *
 * @param newest the largest epoch given away
 * @param building what will be served next; its own progress is kept under its own epoch, and the one after it is
 *     reserved for what is served then
 * @param superseded what is to be dropped when nobody reads it any more
 */
public record Catalog(
        long revision,
        long newest,
        Generations serving,
        @Nullable Generations building,
        List<Superseded> superseded) {
    /** An epoch that is over, and the collections that only it had. */
    public record Superseded(long epoch, List<String> collections) {}

    /** Of an installation that has no read models yet. */
    public static Catalog first(Collection<String> projections) {
        return new Catalog(1, 1, Generations.first(projections), null, List.of());
    }

    /** @throws IllegalStateException while something is being built */
    public Catalog build(Collection<String> projections) {
        if (building != null) {
            throw new IllegalStateException("epoch " + building.epoch() + " is being built");
        }
        return new Catalog(revision + 1, newest + 2, serving, Generations.uniform(newest + 1, projections), superseded);
    }

    /**
     * What was built is served, under {@link #nextEpoch}.
     *
     * @param retired projections that are served no longer
     */
    public Catalog swap(Set<String> retired) {
        var built = built();
        var of = new TreeMap<>(serving.of());
        of.putAll(built.of());
        of.keySet().removeAll(retired);
        var old = new ArrayList<>(serving.collections(built.of().keySet()));
        old.addAll(serving.collections(retired));
        return new Catalog(
                revision + 1,
                newest,
                new Generations(nextEpoch(), of),
                null,
                with(new Superseded(serving.epoch(), old), new Superseded(built.epoch(), List.of())));
    }

    /** The epoch of what is served after the swap. */
    public long nextEpoch() {
        return built().epoch() + 1;
    }

    /** What was built so far is given up. */
    public Catalog abandon() {
        var built = built();
        var collections = built.collections(built.of().keySet());
        return new Catalog(
                revision + 1,
                newest,
                serving,
                null,
                with(new Superseded(built.epoch(), collections), new Superseded(nextEpoch(), List.of())));
    }

    /** Those are dropped. */
    public Catalog without(Collection<Superseded> dropped) {
        var left = superseded.stream().filter(one -> !dropped.contains(one)).toList();
        return new Catalog(revision + 1, newest, serving, building, left);
    }

    private Generations built() {
        if (building == null) {
            throw new IllegalStateException("nothing is being built");
        }
        return building;
    }

    private List<Superseded> with(Superseded... more) {
        var all = new ArrayList<>(superseded);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
