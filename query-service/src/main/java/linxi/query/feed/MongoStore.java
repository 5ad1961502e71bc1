package linxi.query.feed;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.Generations;
import linxi.query.mongo.Stored;
import linxi.query.mongo.Views;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Documents and offsets of one epoch in MongoDB. Writes are fenced by plain filters, so no transaction is needed. */
final class MongoStore implements Store {
    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoDatabase database;
    private final Generations generations;
    private final ProgressTable progress;
    private final Map<String, MongoCollection<BsonDocument>> prepared = new ConcurrentHashMap<>();
    private final Map<String, DocumentForm<?>> forms = new ConcurrentHashMap<>();

    MongoStore(MongoDatabase database, Generations generations) {
        this.database = database;
        this.generations = generations;
        this.progress = new ProgressTable(database);
    }

    @Override
    public <D> Map<Place, Stored<D>> read(Projection<D> projection, Collection<Place> places) {
        var form = form(projection);
        var found = new HashMap<Place, Stored<D>>();
        for (var bson : collection(projection).find(Views.anyOf(ids(places)))) {
            var stored = form.fromBson(bson);
            found.put(new Place(stored.key(), stored.id()), stored);
        }
        return found;
    }

    private static List<String> ids(Collection<Place> places) {
        return places.stream()
                .map(place -> Stored.mongoId(place.key(), place.id()))
                .toList();
    }

    @Override
    public <D> boolean write(Projection<D> projection, List<Stored<D>> documents) {
        var form = form(projection);
        var writes = new ArrayList<WriteModel<BsonDocument>>();
        int replaced = 0;
        for (var stored : documents) {
            var bson = form.toBson(stored);
            if (stored.revision() == 1) {
                writes.add(new InsertOneModel<>(bson));
            } else {
                writes.add(
                        new ReplaceOneModel<>(revision(bson.getString(DocumentForm.ID), stored.revision() - 1), bson));
                replaced++;
            }
        }
        try {
            return collection(projection).bulkWrite(writes, UNORDERED).getMatchedCount() == replaced;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)
                    && e.getWriteConcernError() == null) {
                return false;
            }
            throw e;
        }
    }

    private static BsonDocument revision(BsonString id, long revision) {
        return new BsonDocument(DocumentForm.ID, id).append(DocumentForm.REVISION, new BsonInt64(revision));
    }

    @Override
    public Map<Integer, Progress> progress() {
        return progress.of(generations.epoch());
    }

    @Override
    public Map<Integer, RelayEnd> relay() {
        return RelayState.read(database).ends();
    }

    @Override
    public Collection<Integer> advance(Map<Integer, Progress> next) {
        return progress.advance(generations.epoch(), next);
    }

    /** Every collection has an index for the fence: {@code _id} alone finds the document on real MongoDB, but not everywhere. */
    private MongoCollection<BsonDocument> collection(Projection<?> projection) {
        return prepared.computeIfAbsent(projection.name(), name -> {
            var collection = database.getCollection(generations.collection(name), BsonDocument.class);
            var fence =
                    new BsonDocument(DocumentForm.ID, new BsonInt32(1)).append(DocumentForm.REVISION, new BsonInt32(1));
            var _ = collection.createIndex(fence, new IndexOptions().unique(true));
            var _ = collection.createIndex(new BsonDocument(DocumentForm.LOCAL_ID, new BsonInt32(1)));
            return collection;
        });
    }

    @SuppressWarnings("unchecked") // one form per projection, made for its type
    private <D> DocumentForm<D> form(Projection<D> projection) {
        return (DocumentForm<D>) forms.computeIfAbsent(projection.name(), _ -> new DocumentForm<>(projection.type()));
    }
}
