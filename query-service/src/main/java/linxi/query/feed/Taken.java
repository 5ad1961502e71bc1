package linxi.query.feed;

import java.util.HashMap;
import java.util.Map;

/** How far partitions are folded into the documents of an epoch, as far as somebody knows. */
record Taken(long epoch, Map<Integer, Progress> partitions) {
    Taken {
        partitions = Map.copyOf(partitions);
    }

    /** With what somebody else knows, if it is about the same epoch. */
    Taken and(Taken other) {
        if (other.epoch() != epoch) {
            return this;
        }
        var further = new HashMap<>(partitions);
        other.partitions().forEach((partition, one) -> further.merge(partition, one, Taken::further));
        return new Taken(epoch, further);
    }

    private static Progress further(Progress one, Progress other) {
        return one.folded() < other.folded() ? other : one;
    }
}
