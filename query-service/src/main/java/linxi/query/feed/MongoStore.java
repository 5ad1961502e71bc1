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
import org.bson.BSONException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Documents and offsets of one epoch in MongoDB. Writes are fenced by plain filters, so no transaction is needed. */
final class MongoStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(MongoStore.class);
    private static final int ATTEMPTS = 20;
    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoDatabase database;
    private final Generations generations;
    private final ProgressTable progress;
    private final ParkedTable parked;
    private final Map<String, MongoCollection<RawBsonDocument>> prepared = new ConcurrentHashMap<>();
    private final Map<String, DocumentForm<?>> forms = new ConcurrentHashMap<>();

    MongoStore(MongoDatabase database, Generations generations) {
        this.database = database;
        this.generations = generations;
        this.progress = new ProgressTable(database);
        this.parked = new ParkedTable(database);
    }

    @Override
    public <D> Map<Place, Stored<D>> read(Projection<D> projection, Collection<Place> places) {
        var form = form(projection);
        var found = new HashMap<Place, Stored<D>>();
        for (var bson : collection(projection).find(Views.anyOf(ids(places)))) {
            var stored = DocumentBounds.read(form, bson);
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
        var writes = new ArrayList<WriteModel<RawBsonDocument>>();
        int replaced = 0;
        for (var stored : documents) {
            var bson = DocumentBounds.write(form, stored);
            if (stored.revision() == 1) {
                writes.add(new InsertOneModel<>(bson));
            } else {
                writes.add(new ReplaceOneModel<>(before(stored), bson));
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
        } catch (BSONException e) {
            // The driver says that one is too large, not which.
            documents.forEach(stored -> check(projection, stored));
            throw e;
        }
    }

    @Override
    public <D> void check(Projection<D> projection, Stored<D> document) {
        DocumentBounds.check(document, DocumentBounds.write(form(projection), document));
    }

    private static BsonDocument before(Stored<?> stored) {
        return new BsonDocument(DocumentForm.ID, new BsonString(Stored.mongoId(stored.key(), stored.id())))
                .append(DocumentForm.REVISION, new BsonInt64(stored.revision() - 1));
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

    @Override
    public Map<Integer, Standing> standing(Collection<Integer> partitions) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = progress();
            var left = parked.of(generations.epoch());
            var after = progress();
            if (partitions.stream().allMatch(it -> rewinds(before, it) == rewinds(after, it))) {
                var standing = new HashMap<Integer, Standing>();
                for (var partition : partitions) {
                    standing.put(
                            partition,
                            new Standing(
                                    before.getOrDefault(partition, Progress.NONE),
                                    left.getOrDefault(partition, List.of())));
                }
                return standing;
            }
        }
        throw new IllegalStateException("somebody keeps setting partitions back");
    }

    private static long rewinds(Map<Integer, Progress> progress, int partition) {
        return progress.getOrDefault(partition, Progress.NONE).rewinds();
    }

    @Override
    public void park(Collection<Parked> units) {
        parked.park(generations.epoch(), units);
        units.forEach(it -> LOG.error("{} is parked from event {} on: {}", it.unit(), it.position(), it.reason()));
    }

    @Override
    public Collection<Parked> asked() {
        return parked.asked(generations.epoch());
    }

    @Override
    public boolean rewind(int partition, long rewinds, Progress to) {
        return progress.rewind(generations.epoch(), partition, rewinds, to);
    }

    @Override
    public void release(Collection<Parked> units) {
        parked.release(generations.epoch(), units);
    }

    /** Every collection has an index for the fence: {@code _id} alone finds the document on real MongoDB, but not everywhere. */
    private MongoCollection<RawBsonDocument> collection(Projection<?> projection) {
        return prepared.computeIfAbsent(projection.name(), name -> {
            var collection = database.getCollection(generations.collection(name), RawBsonDocument.class);
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
