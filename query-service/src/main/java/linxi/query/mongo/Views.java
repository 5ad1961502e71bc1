package linxi.query.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** The read models of one database: collection {@code view_<projection>} each. */
public final class Views {
    private final MongoDatabase database;

    public Views(MongoDatabase database) {
        this.database = database;
    }

    /** Whether a failure is MongoDB's, so that the same may succeed later. */
    public static boolean isAway(Exception failure) {
        return failure instanceof MongoException;
    }

    public <D> View<D> of(String projection, Class<D> type) {
        return new View<>(collection(projection), new DocumentForm<>(type));
    }

    /** For the feed, the only writer. */
    public MongoCollection<BsonDocument> collection(String projection) {
        return database.getCollection("view_" + projection, BsonDocument.class);
    }

    /** A filter by {@code _id}, the one that every server serves from an index. */
    public static BsonDocument anyOf(Collection<String> mongoIds) {
        var wanted = new BsonArray(mongoIds.size());
        mongoIds.forEach(id -> wanted.add(new BsonString(id)));
        return new BsonDocument(DocumentForm.ID, new BsonDocument("$in", wanted));
    }
}
