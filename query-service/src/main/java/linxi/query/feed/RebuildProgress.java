package linxi.query.feed;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param projections what is being built
 * @param done records of the topic folded, those of an earlier run included
 * @param total records that the topic holds now
 * @param perSecond records folded a second in this run; 0 before the first
 */
public record RebuildProgress(Set<String> projections, long done, long total, long perSecond) {
    /** Whole, rounded down: 100 only when all is done. */
    public int percent() {
        return total == 0 ? 100 : (int) (100 * done / total);
    }

    /** At the present rate; null while there is none. */
    public @Nullable Duration left() {
        return perSecond == 0 ? null : Duration.ofSeconds((total - done + perSecond - 1) / perSecond);
    }
}
