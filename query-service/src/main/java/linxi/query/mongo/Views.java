package linxi.query.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The read models of one database, each in the collection of the generation that is served. Which one that is, is looked
 * up at every read: see {@link #serve}. Before that, it is the first.
 */
public final class Views {
    /** How long collections stay after others are served in their place; a read that took longer is none. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    private final MongoDatabase database;
    private final Duration grace;
    private volatile @Nullable Served served;

    public Views(MongoDatabase database) {
        this(database, GRACE);
    }

    public Views(MongoDatabase database, Duration grace) {
        this.database = database;
        this.grace = grace;
    }

    /** Whether a failure is MongoDB's or of a read model still being built, so that the same may succeed later. */
    public static boolean isAway(Exception failure) {
        return failure instanceof MongoException || failure instanceof NotServed;
    }

    /**
     * From now on reads go there. Reads under way end where they began.
     *
     * @param since a time of {@link System#nanoTime()} at which nothing of these was to be dropped yet
     */
    public void serve(Generations generations, long since) {
        served = new Served(generations, since);
    }

    /** Reads, and makes sure that it was not from something dropped meanwhile: that would look empty. */
    <R> R read(String projection, Function<? super MongoCollection<RawBsonDocument>, R> reader) {
        var before = served;
        var result = reader.apply(ReadLimit.of(collection(projection, before)));
        if (before != null) {
            var after = served;
            long since =
                    after != null && after.generations().equals(before.generations()) ? after.since() : before.since();
            if (System.nanoTime() - since >= grace.toNanos()) {
                throw NotServed.tooSlow(projection);
            }
        }
        return result;
    }

    public <D> View<D> of(String projection, Class<D> type) {
        return new View<>(this, projection, new DocumentForm<>(type));
    }

    /** Where the documents of a projection lie now. */
    public MongoCollection<RawBsonDocument> collection(String projection) {
        return collection(projection, served);
    }

    private MongoCollection<RawBsonDocument> collection(String projection, @Nullable Served from) {
        var name = from == null
                ? Generations.collection(projection, 1)
                : from.generations().collection(projection);
        return database.getCollection(name, RawBsonDocument.class);
    }

    /** A filter by {@code _id}, the one that every server serves from an index. */
    public static BsonDocument anyOf(Collection<String> mongoIds) {
        var wanted = new BsonArray(mongoIds.size());
        mongoIds.forEach(id -> wanted.add(new BsonString(id)));
        return new BsonDocument(DocumentForm.ID, new BsonDocument("$in", wanted));
    }

    private record Served(Generations generations, long since) {}
}
