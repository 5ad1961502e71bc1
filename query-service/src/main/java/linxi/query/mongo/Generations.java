package linxi.query.mongo;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The collections that are read and fed together: one generation of each projection.
 *
 * @param epoch the number under which the feed keeps its progress for just these collections
 * @param of by projection, from 1
 */
public record Generations(long epoch, SortedMap<String, Long> of) {
    public Generations {
        of = Collections.unmodifiableSortedMap(new TreeMap<>(of));
    }

    /** The first of each, under the first epoch. */
    public static Generations first(Collection<String> projections) {
        return uniform(1, projections);
    }

    /** Epoch and generations of one number. */
    static Generations uniform(long number, Collection<String> projections) {
        var of = new TreeMap<String, Long>();
        projections.forEach(projection -> of.put(projection, number));
        return new Generations(number, of);
    }

    /** The collection of a projection: {@code view_X}, and {@code view_X_2} for a second generation. */
    public static String collection(String projection, long generation) {
        return "view_" + projection + (generation == 1 ? "" : "_" + generation);
    }

    /** @throws NotServed where the projection is not among them */
    public String collection(String projection) {
        var generation = of.get(projection);
        if (generation == null) {
            throw NotServed.yet(projection);
        }
        return collection(projection, generation);
    }

    List<String> collections(Collection<String> projections) {
        return projections.stream()
                .filter(projection -> of.containsKey(projection))
                .map(this::collection)
                .toList();
    }
}
