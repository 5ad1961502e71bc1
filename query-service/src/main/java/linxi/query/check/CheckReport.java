package linxi.query.check;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check of the read models found.
 *
 * @param events of the log that were read
 * @param head position of the last of them
 * @param folded up to here the feeds said all was folded before the check began
 * @param pending events that the feeds did not say were folded then: no document is missed for lack of them
 * @param documents that were compared, by projection
 * @param differences the first of them
 * @param counts of all of them
 */
public record CheckReport(
        long events,
        long head,
        long folded,
        long pending,
        SortedMap<String, Long> documents,
        List<Parked> parked,
        List<Difference> differences,
        Map<Difference.Kind, Long> counts) {
    public CheckReport {
        documents = new TreeMap<>(documents);
        parked = List.copyOf(parked);
        differences = List.copyOf(differences);
        counts = Map.copyOf(counts);
    }

    /** Parked units count against it: their read models lack something that the log has. */
    public boolean isSound() {
        return counts.isEmpty() && parked.isEmpty();
    }
}
