package linxi.command.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import linxi.events.wire.Envelope;
import org.bson.Document;

/** Reads the log in position order, from any position, also from inside a commit. */
final class TailReader {
    /** Ends a page early, so that a page of large events does not fill the memory. */
    static final long PAGE_CHARS = 16L << 20;

    private static final int MOST = 1_000;

    private final Commits commits;
    /** Where the commits begin that a page ended in: a reader that goes on asks for just these. */
    private final Cache<Long, Long> starts =
            Caffeine.newBuilder().maximumSize(100).build();

    TailReader(Commits commits) {
        this.commits = commits;
    }

    /** @return the events after {@code after}, at least one if there is any */
    List<Envelope> read(long after, int limit, long chars) {
        int most = Math.min(limit, MOST);
        var start = starts.getIfPresent(after);
        var page = page(start == null ? after + 1 : start, after, most, chars);
        return page.isEmpty() ? page(startOfCommitWith(after + 1), after, most, chars) : page;
    }

    private List<Envelope> page(long from, long after, int limit, long mostChars) {
        var events = new ArrayList<Envelope>();
        long expected = from;
        long chars = 0;
        try (var cursor =
                commits.starting(from, limit + (int) (after + 1 - from)).iterator()) {
            while (cursor.hasNext() && events.size() < limit && chars < mostChars) {
                var commit = StoredCommit.from(cursor.next());
                if (commit.first() != expected) {
                    break; // not the start of a commit, or stored while the query ran over it
                }
                expected = commit.last() + 1;
                for (int i = (int) Math.max(0, after + 1 - commit.first());
                        i < commit.events().size() && events.size() < limit && chars < mostChars;
                        i++) {
                    events.add(commit.envelope(i));
                    chars += commit.events().get(i).data().length();
                }
                if (!events.isEmpty() && events.getLast().position() < commit.last()) {
                    starts.put(events.getLast().position(), commit.first());
                }
            }
        }
        return events;
    }

    /** A commit has a bounded number of events, so it starts at one of as many positions; most are short. */
    private long startOfCommitWith(long position) {
        long above = position;
        for (int reach = 16; above > 1 && position - above < Limits.COMMIT_EVENTS; reach *= 8) {
            long lowest = Math.max(1, position - reach + 1);
            var starts = commits.starting(lowest, (int) (above - lowest))
                    .projection(new Document("n", 1))
                    .into(new ArrayList<>());
            if (!starts.isEmpty()) {
                return starts.getLast().getLong("_id");
            }
            above = lowest;
        }
        return position;
    }
}
