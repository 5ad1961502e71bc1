package linxi.command.store;

import java.util.ArrayList;
import java.util.List;
import linxi.events.wire.Envelope;
import org.bson.Document;

/** Reads the log in position order, from any position, also from inside a commit. */
final class TailReader {
    /** Ends a page early, so that a page of large events does not fill the memory. */
    private static final long PAGE_CHARS = 16L << 20;

    private static final int MOST = 1_000;

    private final Commits commits;

    TailReader(Commits commits) {
        this.commits = commits;
    }

    /** @return the events after {@code after}, at least one if there is any */
    List<Envelope> read(long after, int limit) {
        int most = Math.min(limit, MOST);
        var page = page(after + 1, after, most);
        return page.isEmpty() ? page(startOfCommitWith(after + 1), after, most) : page;
    }

    private List<Envelope> page(long from, long after, int limit) {
        var events = new ArrayList<Envelope>();
        long expected = from;
        long chars = 0;
        try (var cursor =
                commits.starting(from, limit + (int) (after + 1 - from)).iterator()) {
            while (cursor.hasNext() && events.size() < limit && chars < PAGE_CHARS) {
                var commit = StoredCommit.from(cursor.next());
                if (commit.first() != expected) {
                    break; // not the start of a commit, or stored while the query ran over it
                }
                expected = commit.last() + 1;
                for (int i = (int) Math.max(0, after + 1 - commit.first());
                        i < commit.events().size() && events.size() < limit;
                        i++) {
                    events.add(commit.envelope(i));
                    chars += commit.events().get(i).data().length();
                }
            }
        }
        return events;
    }

    /** A commit has a bounded number of events, so it starts at one of as many positions; none: the position itself. */
    private long startOfCommitWith(long position) {
        long lowest = Math.max(1, position - Limits.COMMIT_EVENTS + 1);
        long start = position;
        for (var document :
                commits.starting(lowest, (int) (position - lowest) + 1).projection(new Document("n", 1))) {
            start = document.getLong("_id");
        }
        return start;
    }
}
