package linxi.command.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of the log in steps that get longer and then shorter. A search for the greatest {@code _id} would do,
 * but not on the embedded server, which sorts the whole collection in memory for it: a log of 500 000 events did not fit
 * into the heap of the all-in-one.
 */
final class EndSearch {
    private final Commits commits;

    EndSearch(Commits commits) {
        this.commits = commits;
    }

    /** Where there is a gap, the end of all: the log must not grow into it. */
    Head end() {
        var end = commits.follow(near());
        while (commits.isAnyAfter(end.position())) {
            var grown = commits.follow(end);
            if (grown.equals(end)) {
                return Objects.requireNonNullElse(commits.lastAfter(end.position()), end);
            }
            end = grown;
        }
        return end;
    }

    /** A place in the log at or before its end, near it; position 0 where nothing is stored from position 1 on. */
    private Head near() {
        var below = Head.EMPTY;
        long above = 1;
        for (var there = at(above); there != null; there = at(above)) {
            below = there;
            above = Math.max(above * 4, there.position() + 1);
        }
        long reached = below.position();
        while (above - reached > Limits.COMMIT_EVENTS) {
            long middle = reached + (above - reached) / 2;
            var there = at(middle);
            if (there == null) {
                above = middle;
            } else {
                below = there;
                reached = Math.max(middle, there.position());
            }
        }
        return below;
    }

    /** The last commit that begins at one of the places up to this one; a whole log that reaches it has one there. */
    private @Nullable Head at(long position) {
        long from = Math.max(1, position - Limits.COMMIT_EVENTS + 1);
        return commits.lastStarting(from, (int) (position - from + 1));
    }
}
