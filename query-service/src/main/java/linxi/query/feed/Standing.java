package linxi.query.feed;

import java.util.Collection;
import java.util.List;

/** What is stored of a partition: how far it is taken, except for what is parked. */
record Standing(Progress progress, Collection<Parked> parked) {
    static final Standing NONE = new Standing(Progress.NONE, List.of());

    Standing {
        parked = List.copyOf(parked);
    }

    /** Whether the partition was set back for its sake, and it has not been parked anew since. */
    boolean isReturning(Parked one) {
        return progress.returning().contains(Progress.Returning.of(one));
    }
}
