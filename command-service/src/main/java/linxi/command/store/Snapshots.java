package linxi.command.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import linxi.events.StreamId;
import org.bson.Document;

/** States of long streams, collection {@code snapshots}: a cache that may be dropped at any time, never the truth. */
public final class Snapshots {
    private final MongoCollection<Document> collection;

    public Snapshots(MongoDatabase database) {
        this.collection = database.getCollection("snapshots");
    }

    /** @throws StoreAway where the store cannot be written */
    public void put(StreamId stream, Snapshot snapshot) {
        var document = new Document("_id", stream.toString())
                .append("sequence", snapshot.sequence())
                .append("version", snapshot.version())
                .append("state", snapshot.state());
        var _ = StoreAway.unlessAway(() -> collection.replaceOne(
                new Document("_id", stream.toString()), document, new ReplaceOptions().upsert(true)));
    }

    /**
     * Those there are of the streams asked for.
     *
     * @throws StoreAway where the store cannot be read
     */
    public Map<StreamId, Snapshot> get(Collection<StreamId> streams) {
        var ids = streams.stream().map(StreamId::toString).toList();
        var documents = StoreAway.unlessAway(() ->
                collection.find(new Document("_id", new Document("$in", ids))).into(new ArrayList<>()));
        Map<StreamId, Snapshot> found = new HashMap<>();
        for (var document : documents) {
            found.put(
                    StreamId.parse(document.getString("_id")),
                    new Snapshot(
                            document.getLong("sequence"), document.getInteger("version"), document.getString("state")));
        }
        return found;
    }
}
