package linxi.command.store;

import static java.util.Comparator.comparingLong;

import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What a check found: the lowest positions are kept, all are counted, so that a ruined log does not fill the memory. */
final class Damages {
    private static final int KEPT = 100;

    private final PriorityQueue<Damage> highestFirst =
            new PriorityQueue<>(comparingLong(Damage::position).reversed());
    private long count;

    void add(long position, @Nullable String commit, String what) {
        count++;
        highestFirst.add(new Damage(position, commit, what));
        if (highestFirst.size() > KEPT) {
            var _ = highestFirst.remove();
        }
    }

    /** Whether one at this position would be kept: otherwise its words need not be found. */
    boolean keeps(long position) {
        return highestFirst.size() < KEPT || position < highestFirst.element().position();
    }

    long count() {
        return count;
    }

    List<Damage> inOrder() {
        return highestFirst.stream().sorted(comparingLong(Damage::position)).toList();
    }
}
