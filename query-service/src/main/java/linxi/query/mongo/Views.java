package linxi.query.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * The read models of one database, each in the collection of the generation that is served. Which one that is, is looked
 * up at every read: see {@link #serve}. Before that, it is the first.
 */
public final class Views {
    private final MongoDatabase database;
    private volatile @Nullable Generations serving;

    public Views(MongoDatabase database) {
        this.database = database;
    }

    /** Whether a failure is MongoDB's or of a read model still being built, so that the same may succeed later. */
    public static boolean isAway(Exception failure) {
        return failure instanceof MongoException || failure instanceof NotServed;
    }

    /** From now on reads go there. Reads under way end where they began. */
    public void serve(Generations generations) {
        serving = generations;
    }

    public <D> View<D> of(String projection, Class<D> type) {
        return new View<>(this, projection, new DocumentForm<>(type));
    }

    /** Where the documents of a projection lie now. */
    public MongoCollection<BsonDocument> collection(String projection) {
        var generations = serving;
        var name = generations == null ? Generations.collection(projection, 1) : generations.collection(projection);
        return database.getCollection(name, BsonDocument.class);
    }

    /** A filter by {@code _id}, the one that every server serves from an index. */
    public static BsonDocument anyOf(Collection<String> mongoIds) {
        var wanted = new BsonArray(mongoIds.size());
        mongoIds.forEach(id -> wanted.add(new BsonString(id)));
        return new BsonDocument(DocumentForm.ID, new BsonDocument("$in", wanted));
    }
}
