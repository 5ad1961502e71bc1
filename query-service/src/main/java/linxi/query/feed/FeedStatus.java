package linxi.query.feed;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How this instance's feed is doing.
 *
 * @param partitions those that are this instance's now
 * @param parked the first of the units that are parked in those partitions, at most {@value #SHOWN}
 * @param away why nothing is read or stored at the moment; null while it is
 */
public record FeedStatus(
        SortedMap<Integer, Partition> partitions,
        List<Parked> parked,
        @Nullable String away) {
    /** So many parked units fit a status page; {@code linxi feed status} names them all. */
    public static final int SHOWN = 20;

    public FeedStatus {
        parked = List.copyOf(parked);
    }

    /**
     * @param last position of the last event taken
     * @param lag records not yet read; null where not known yet
     * @param parked how many units are parked
     */
    public record Partition(
            long offset,
            long last,
            @Nullable Long lag,
            @Nullable Trouble trouble,
            int parked) {}

    /** Whether everything is read and stored, except for what is parked. */
    public boolean isWell() {
        return away == null && partitions.values().stream().allMatch(partition -> partition.trouble() == null);
    }

    /** How many units are parked in this instance's partitions. */
    public int parkedUnits() {
        return partitions.values().stream().mapToInt(Partition::parked).sum();
    }
}
