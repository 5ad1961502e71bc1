package linxi.command.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes commits in the order of their positions and recomputes positions and the hash chain. Behind a damage it goes
 * on from what is stored, so that a second damage shows as well and is not taken for a consequence of the first.
 */
final class ChainCheck {
    private final Damages damages;
    private long next = 1;
    /** How long the commit before is cannot be read, so {@code next} is only the least that it may be. */
    private boolean isLoose;

    private Head last = Head.EMPTY;
    /** What the commit before may have as its hash: the stored one, or where that was changed, the right one. */
    private List<String> before = List.of(CommitHash.GENESIS);

    private long count;

    ChainCheck(Damages damages) {
        this.damages = damages;
    }

    /** How many were taken. */
    long count() {
        return count;
    }

    /** The end of what was taken. */
    Head last() {
        return last;
    }

    /** Where the next commit begins. */
    long next() {
        return next;
    }

    /** Whether a commit at this position would leave a gap. */
    boolean leavesGap(long position) {
        return position > next && !isLoose;
    }

    /** @param fault what is wrong with the form of its document */
    void take(StoredCommit commit, @Nullable String fault) {
        count++;
        if (fault != null) {
            damages.add(commit.first(), commit.id(), fault);
        }
        if (commit.first() < next) {
            damages.add(commit.first(), commit.id(), "a commit inside the one before it");
            return;
        }
        skipTo(commit.first());
        var expected = before.stream().map(hash -> CommitHash.of(hash, commit)).toList();
        if (!expected.isEmpty() && !expected.contains(commit.hash())) {
            damages.add(commit.first(), commit.id(), "its hash is not that of its content and the commit before it");
        }
        goOn(commit.last(), commit.hash(), expected);
    }

    /**
     * Takes a document that is no commit.
     *
     * @param stored its hash, if that much can be read
     */
    void takeUnreadable(long position, @Nullable String id, @Nullable String stored, String fault) {
        count++;
        damages.add(position, id, fault);
        if (position >= next) {
            skipTo(position);
            last = new Head(position, stored == null ? last.hash() : stored);
            before = stored == null ? List.of() : List.of(stored);
            next = position + 1;
            isLoose = true;
        }
    }

    private void skipTo(long position) {
        if (leavesGap(position)) {
            damages.add(next, null, "no commit is here, the next one is at " + position);
            before = List.of();
        }
    }

    private void goOn(long end, String stored, List<String> expected) {
        next = end + 1;
        isLoose = false;
        last = new Head(end, stored);
        before = expected.isEmpty() || expected.contains(stored)
                ? List.of(stored)
                : List.of(stored, expected.getFirst());
    }
}
