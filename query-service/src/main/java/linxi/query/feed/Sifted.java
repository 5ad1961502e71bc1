package linxi.query.feed;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one partition takes of the records that were read.
 *
 * @param next where the partition stands when the events are folded
 * @param gap the first record whose predecessor is missing, if none was taken after it
 * @param parked the units that these records are the first to park
 */
record Sifted(
        List<Incoming> events, Progress next, @Nullable Received gap, Collection<Parked> parked) {}
