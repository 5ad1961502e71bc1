package linxi.query.feed;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How this instance's feed is doing.
 *
 * @param partitions those that are this instance's now
 * @param away why nothing is read or stored at the moment; null while it is
 */
public record FeedStatus(
        SortedMap<Integer, Partition> partitions, @Nullable String away) {
    /**
     * @param last position of the last event taken
     * @param lag records not yet read; null where not known yet
     */
    public record Partition(
            long offset,
            long last,
            @Nullable Long lag,
            @Nullable Trouble trouble) {}

    public boolean isWell() {
        return away == null && partitions.values().stream().allMatch(partition -> partition.trouble() == null);
    }
}
