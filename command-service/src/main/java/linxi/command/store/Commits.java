package linxi.command.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** The collection {@code commits}: reads what a majority holds, writes until a majority has journaled. */
final class Commits {
    private static final Document BACKWARDS = new Document("_id", -1);
    private static final Document ID = new Document("_id", 1);
    private static final Document HEAD = new Document("n", 1).append("hash", 1);
    private static final int WINDOW = 1_000;
    private static final Duration READ = Duration.ofSeconds(4);
    /** No log gets there; a number above it is no position. */
    static final long FURTHEST = 1L << 53;

    private final MongoCollection<Document> collection;
    private final UnfinishedImport unfinished;

    Commits(MongoDatabase database) {
        this.collection = database.getCollection("commits")
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.unfinished = new UnfinishedImport(database);
    }

    void createIndex() {
        var _ = collection.createIndex(new Document("keys", 1), new IndexOptions().unique(true));
    }

    /**
     * Inserts in order and stops at the first that is refused.
     *
     * @return how many are stored; where that is fewer than all, the next one was refused
     * @throws com.mongodb.MongoException where nobody knows how many
     */
    int insert(List<Document> documents) {
        try {
            var _ = collection.insertMany(documents, new InsertManyOptions().ordered(true));
            return documents.size();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null || e.getWriteErrors().isEmpty()) {
                throw e;
            }
            return e.getWriteErrors().getFirst().getIndex();
        }
    }

    /** Whole commits that hold any of the keys. */
    FindIterable<Document> holding(Collection<String> keys) {
        return reading().find(new Document("keys", new Document("$in", keys)));
    }

    /** The same without their events. */
    FindIterable<Document> headersHolding(Collection<String> keys) {
        return holding(keys).projection(new Document("events", 0));
    }

    /**
     * Commits whose first position is one of {@code count} positions from {@code from}, in order. Asking for each
     * position is the same as asking for the range, and the index answers it on every server: the embedded one
     * scans the whole collection for a range. Measured there at 5 000 commits, on a crowded machine: 4 ms for one
     * position, 18 for ten, 44 for a hundred; 42 to 76 for a range and sort of any length, growing with the log.
     */
    FindIterable<Document> starting(long from, int count) {
        var positions = LongStream.range(from, from + count).boxed().toList();
        return reading()
                .find(new Document("_id", new Document("$in", positions)))
                .sort(ID);
    }

    /** The same as bytes, for a strict reader. */
    FindIterable<RawBsonDocument> rawStarting(long from, int count) {
        var positions = LongStream.range(from, from + count).boxed().toList();
        return raw().find(new Document("_id", new Document("$in", positions))).sort(ID);
    }

    Census census() {
        return new Census(collection);
    }

    private MongoCollection<RawBsonDocument> raw() {
        return collection.withDocumentClass(RawBsonDocument.class);
    }

    /**
     * The same of a log that is whole.
     *
     * @throws StoreAway while an import is not finished: what is there may end anywhere
     */
    Head lastOfWhole() {
        if (unfinished.isThere()) {
            throw new StoreAway(UnfinishedImport.WORDS, false, null);
        }
        return last();
    }

    UnfinishedImport unfinishedImport() {
        return unfinished;
    }

    /** The hash of the commit that ends at a position; null where none does. */
    @Nullable
    String hashAt(long position) {
        if (position == 0) {
            return Head.EMPTY.hash();
        }
        long from = Math.max(1, position - Limits.COMMIT_EVENTS + 1);
        for (var document : starting(from, (int) (position - from + 1)).projection(HEAD)) {
            if (head(document).position() == position) {
                return document.getString("hash");
            }
        }
        return null;
    }

    /** The end of the log, by a search; used once. */
    Head last() {
        return new EndSearch(this).end();
    }

    /** Of the commits that begin at one of so many positions, the last. */
    @Nullable
    Head lastStarting(long from, int count) {
        return headOf(starting(from, count).sort(BACKWARDS));
    }

    /** The last that begins behind a position, whatever is missing between; sorts all of them on the embedded server. */
    @Nullable
    Head lastAfter(long position) {
        return headOf(reading().find(after(position)).sort(BACKWARDS));
    }

    boolean isAnyAfter(long position) {
        return reading().find(after(position)).projection(ID).first() != null;
    }

    static Document after(long position) {
        return new Document("_id", new Document("$gt", position).append("$lte", FURTHEST));
    }

    private static @Nullable Head headOf(FindIterable<Document> commits) {
        var first = commits.projection(HEAD).first();
        return first == null ? null : head(first);
    }

    /** The end of the log, from a place known to be in it: a commit begins where the one before it ended. */
    Head follow(Head from) {
        var head = from;
        long end;
        int window = 1;
        do {
            end = head.position() + window;
            for (var document : starting(head.position() + 1, window).projection(HEAD)) {
                if (document.getLong("_id") != head.position() + 1) {
                    return head; // stored while the query ran over it; the next call sees all
                }
                head = head(document);
            }
            // Each position costs a look-up, so a short way is not asked for a long one.
            window = Math.min(window * 8, WINDOW);
        } while (head.position() >= end);
        return head;
    }

    /** A caller that waits gets its answer within its time, or none; the writer takes the time that it needs. */
    private MongoCollection<Document> reading() {
        if (!Deadline.isSet()) {
            return collection;
        }
        long millis = Deadline.left(READ).toMillis();
        if (millis == 0) {
            throw new StoreAway("no time is left to read the store", false, null);
        }
        return collection.withTimeout(millis, TimeUnit.MILLISECONDS);
    }

    private static Head head(Document document) {
        return new Head(document.getLong("_id") + document.getInteger("n") - 1, document.getString("hash"));
    }
}
