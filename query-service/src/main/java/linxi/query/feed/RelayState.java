package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * What the relay wrote of itself last.
 *
 * @param position all events up to this one are in Kafka
 * @param ends by partition, of every partition of its topic; empty where it has never sent
 */
record RelayState(long position, Map<Integer, RelayEnd> ends) {
    static final RelayState NONE = new RelayState(0, Map.of());

    static RelayState read(MongoDatabase database) {
        var found = database.getCollection("relay", BsonDocument.class)
                .find(new BsonDocument("_id", new BsonString("relay")))
                .first();
        if (found == null || !found.containsKey("position")) {
            return NONE;
        }
        var ends = new HashMap<Integer, RelayEnd>();
        for (var value : found.getArray("partitions")) {
            var partition = value.asDocument();
            ends.put(
                    partition.getNumber("partition").intValue(),
                    new RelayEnd(
                            partition.getNumber("last").longValue(),
                            partition.getNumber("end").longValue()));
        }
        return new RelayState(found.getNumber("position").longValue(), ends);
    }

    /** The largest position up to which everything is folded where partitions are taken as far as {@code taken} says. */
    long foldedBy(Map<Integer, Progress> taken) {
        long folded = position;
        for (var end : ends.entrySet()) {
            long last = taken.getOrDefault(end.getKey(), Progress.NONE).folded();
            if (last < end.getValue().last()) {
                folded = Math.min(folded, last);
            }
        }
        return folded;
    }
}
