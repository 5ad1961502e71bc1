package linxi.command.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Goes along the positions of the log and hands on every document that stands at one, also where none should. Pages
 * shrink where commits are large: the embedded server holds a whole page in memory.
 */
final class CommitWalk {
    private static final int LARGEST = 256;
    private static final long PAGE_BYTES = 4L << 20;

    private final Commits commits;
    private final ChainCheck chain;
    private final long upTo;
    private int window = 16;

    CommitWalk(Commits commits, ChainCheck chain, long upTo) {
        this.commits = commits;
        this.chain = chain;
        this.upTo = upTo;
    }

    /** @param taker gives each document to the chain, which knows how far it reaches */
    void run(Consumer<RawBsonDocument> taker) {
        long from = 1;
        while (chain.next() <= upTo) {
            int asked = (int) Math.min(window, upTo - from + 1);
            page(from, asked).forEach(taker);
            from += asked;
            if (chain.next() < from) {
                var next = behindTheEnd();
                if (next == null) {
                    return;
                }
                from = next;
            }
        }
    }

    /** Where the log goes on after the walk came to an end: at the next position if it grew, further on at a gap. */
    private @Nullable Long behindTheEnd() {
        var next = commits.census().nextAfter(chain.next() - 1);
        return next == null || !chain.leavesGap(next) ? next : commits.census().nextAfter(chain.next() - 1);
    }

    /** Commits stored while a query ran over their place may show without the one before them: asked twice, they do. */
    private List<RawBsonDocument> page(long from, int count) {
        var page = commits.rawStarting(from, count).into(new ArrayList<>());
        if (hasGap(page)) {
            page = commits.rawStarting(from, count).into(new ArrayList<>());
        }
        adapt(page, count);
        return page;
    }

    private boolean hasGap(List<RawBsonDocument> page) {
        long next = chain.next();
        for (var raw : page) {
            if (position(raw) > next) {
                return true;
            }
            next = Math.max(next, position(raw) + (raw.get("n") instanceof BsonInt32 n ? n.getValue() : 1));
        }
        return false;
    }

    private void adapt(List<RawBsonDocument> page, int count) {
        long bytes =
                page.stream().mapToLong(raw -> raw.getByteBuffer().remaining()).sum();
        long fitting = count * PAGE_BYTES / Math.max(1, bytes);
        window = Math.clamp(Math.min(fitting, window * 2L), 1, LARGEST);
    }

    static long position(RawBsonDocument raw) {
        return raw.getNumber("_id").longValue();
    }
}
