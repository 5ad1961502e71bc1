package linxi.query.feed;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** How far each partition is taken, in collection {@code feed}: partition n of an epoch under {@code <epoch>/<n>}. */
final class ProgressTable {
    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<BsonDocument> feed;

    ProgressTable(MongoDatabase database) {
        this.feed = database.getCollection("feed", BsonDocument.class);
    }

    /** Of every partition that has one in the epoch. */
    Map<Integer, Progress> of(long epoch) {
        var found = new HashMap<Integer, Progress>();
        for (var bson : feed.find(epochIs(epoch))) {
            found.put(bson.getInt32("partition").getValue(), progress(bson));
        }
        return found;
    }

    /**
     * Stores how far partitions are taken, unless somebody has taken more, or has set them back since.
     *
     * @return the partitions where somebody had
     */
    Collection<Integer> advance(long epoch, Map<Integer, Progress> progress) {
        var partitions = List.copyOf(progress.keySet());
        var writes = new ArrayList<WriteModel<BsonDocument>>();
        for (var partition : partitions) {
            writes.add(write(epoch, partition, progress.getOrDefault(partition, Progress.NONE)));
        }
        try {
            var _ = feed.bulkWrite(writes, UNORDERED);
            return List.of();
        } catch (MongoBulkWriteException e) {
            var ahead = e.getWriteErrors().stream()
                    .filter(error -> error.getCode() == DUPLICATE_KEY)
                    .map(error -> partitions.get(error.getIndex()))
                    .toList();
            if (ahead.size() < e.getWriteErrors().size() || e.getWriteConcernError() != null) {
                throw e;
            }
            return ahead;
        }
    }

    private static WriteModel<BsonDocument> write(long epoch, int partition, Progress next) {
        var notAhead = new BsonDocument("_id", id(epoch, partition))
                .append("last", new BsonDocument("$lte", new BsonInt64(next.last())))
                .append("rewinds", new BsonInt64(next.rewinds()));
        return new UpdateOneModel<>(
                notAhead, new BsonDocument("$set", fields(epoch, partition, next)), new UpdateOptions().upsert(true));
    }

    /**
     * Sets a partition back, unless somebody has taken it further than {@code to} says it had reached.
     *
     * @param rewinds how many the caller knows of
     * @return whether it is done
     */
    boolean rewind(long epoch, int partition, long rewinds, Progress to) {
        var asKnown = new BsonDocument("_id", id(epoch, partition))
                .append("last", new BsonDocument("$lte", new BsonInt64(to.reached())))
                .append("rewinds", new BsonInt64(rewinds));
        var set = fields(epoch, partition, to).append("rewinds", new BsonInt64(to.rewinds()));
        return feed.updateOne(asKnown, new BsonDocument("$set", set)).getMatchedCount() == 1;
    }

    private static BsonString id(long epoch, int partition) {
        return new BsonString(epoch + "/" + partition);
    }

    private static BsonDocument fields(long epoch, int partition, Progress next) {
        var returning = next.returning().stream()
                .map(unit -> new BsonDocument("unit", new BsonString(unit.unit()))
                        .append("position", new BsonInt64(unit.position()))
                        .append("rewinds", new BsonInt64(unit.rewinds())))
                .toList();
        return new BsonDocument("epoch", new BsonInt64(epoch))
                .append("partition", new BsonInt32(partition))
                .append("offset", new BsonInt64(next.offset()))
                .append("last", new BsonInt64(next.last()))
                .append("reached", new BsonInt64(next.reached()))
                .append("returning", new BsonArray(returning));
    }

    private static Progress progress(BsonDocument bson) {
        var returning = bson.getArray("returning").stream()
                .map(BsonValue::asDocument)
                .map(unit -> new Progress.Returning(
                        unit.getString("unit").getValue(),
                        unit.getInt64("position").getValue(),
                        unit.getInt64("rewinds").getValue()))
                .toList();
        return new Progress(
                bson.getInt64("offset").getValue(),
                bson.getInt64("last").getValue(),
                bson.getInt64("rewinds").getValue(),
                bson.getInt64("reached").getValue(),
                returning);
    }

    /** Whether an epoch has taken, of each partition, as much as that. */
    boolean hasReached(long epoch, Map<Integer, Progress> wanted) {
        var taken = of(epoch);
        return wanted.entrySet().stream()
                .allMatch(entry ->
                        taken.getOrDefault(entry.getKey(), Progress.NONE).folded()
                                >= entry.getValue().folded());
    }

    /** Of an epoch that is over. */
    void forget(long epoch) {
        var _ = feed.deleteMany(epochIs(epoch));
    }

    private static BsonDocument epochIs(long epoch) {
        return new BsonDocument("epoch", new BsonInt64(epoch));
    }
}
