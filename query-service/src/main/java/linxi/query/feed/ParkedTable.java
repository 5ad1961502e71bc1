package linxi.query.feed;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** The parked units, in collection {@code parked}: one of an epoch under {@code <epoch>/<partition>/<unit>}. */
final class ParkedTable {
    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<BsonDocument> collection;

    ParkedTable(MongoDatabase database) {
        this.collection = database.getCollection("parked", BsonDocument.class);
    }

    /** By partition. */
    Map<Integer, List<Parked>> of(long epoch) {
        return found(epochIs(epoch)).stream().collect(Collectors.groupingBy(Parked::partition));
    }

    Collection<Parked> asked(long epoch) {
        return found(epochIs(epoch).append("retry", BsonBoolean.TRUE));
    }

    OptionalLong lowest(long epoch) {
        var first = collection
                .find(epochIs(epoch))
                .sort(new BsonDocument("position", new BsonInt32(1)))
                .first();
        return first == null
                ? OptionalLong.empty()
                : OptionalLong.of(first.getInt64("position").getValue());
    }

    /** As {@link Store#park}. */
    void park(long epoch, Collection<Parked> units) {
        if (units.isEmpty()) {
            return;
        }
        var writes = new ArrayList<WriteModel<BsonDocument>>();
        for (var unit : units) {
            var rewinds = new BsonInt64(unit.rewinds());
            var olderOrLater = new BsonDocument("_id", id(epoch, unit))
                    .append(
                            "$or",
                            new BsonArray(List.of(
                                    new BsonDocument("rewinds", new BsonDocument("$lt", rewinds)),
                                    new BsonDocument("rewinds", rewinds)
                                            .append(
                                                    "position",
                                                    new BsonDocument("$gt", new BsonInt64(unit.position()))))));
            writes.add(new ReplaceOneModel<>(olderOrLater, bson(epoch, unit), new ReplaceOptions().upsert(true)));
        }
        try {
            var _ = collection.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            boolean parkedAlready = e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!parkedAlready || e.getWriteConcernError() != null) {
                throw e;
            }
        }
    }

    void ask(long epoch, Collection<Parked> units) {
        for (var unit : units) {
            var _ = collection.updateOne(
                    new BsonDocument("_id", id(epoch, unit)),
                    new BsonDocument("$set", new BsonDocument("retry", BsonBoolean.TRUE)));
        }
    }

    /** As {@link Store#release}. */
    void release(long epoch, Collection<Parked> units) {
        for (var unit : units) {
            var asItWas = new BsonDocument("_id", id(epoch, unit))
                    .append("rewinds", new BsonInt64(unit.rewinds()))
                    .append("position", new BsonInt64(unit.position()));
            var _ = collection.deleteOne(asItWas);
        }
    }

    /** Of an epoch that is over. */
    void forget(long epoch) {
        var _ = collection.deleteMany(epochIs(epoch));
    }

    private List<Parked> found(BsonDocument filter) {
        return StreamSupport.stream(collection.find(filter).spliterator(), false)
                .map(ParkedTable::parked)
                .toList();
    }

    private static BsonString id(long epoch, Parked unit) {
        return new BsonString(epoch + "/" + unit.partition() + "/" + unit.unit());
    }

    private static BsonDocument epochIs(long epoch) {
        return new BsonDocument("epoch", new BsonInt64(epoch));
    }

    private static BsonDocument bson(long epoch, Parked unit) {
        return new BsonDocument("_id", id(epoch, unit))
                .append("epoch", new BsonInt64(epoch))
                .append("partition", new BsonInt32(unit.partition()))
                .append("unit", new BsonString(unit.unit()))
                .append("position", new BsonInt64(unit.position()))
                .append("offset", new BsonInt64(unit.offset()))
                .append("last", new BsonInt64(unit.last()))
                .append("rewinds", new BsonInt64(unit.rewinds()))
                .append("reason", new BsonString(unit.reason()))
                .append("since", new BsonString(unit.since().toString()))
                .append("retry", BsonBoolean.valueOf(unit.retry()));
    }

    private static Parked parked(BsonDocument bson) {
        return new Parked(
                bson.getInt32("partition").getValue(),
                bson.getString("unit").getValue(),
                bson.getInt64("position").getValue(),
                bson.getInt64("offset").getValue(),
                bson.getInt64("last").getValue(),
                bson.getInt64("rewinds").getValue(),
                bson.getString("reason").getValue(),
                Instant.parse(bson.getString("since").getValue()),
                bson.getBoolean("retry").getValue());
    }
}
