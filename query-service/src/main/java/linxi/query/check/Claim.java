package linxi.query.check;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import linxi.events.wire.Envelope;
import linxi.query.feed.Folded;
import linxi.query.feed.Projection;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.Generations;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/**
 * What the feeds say of the documents that are served.
 *
 * @param folded what of the log they hold, besides what is parked
 * @param parked whatever was so before or after {@code folded} was read: what is parked or let go meanwhile is not missed
 */
record Claim(Generations serving, Folded folded, List<Parked> parked) {
    static Claim read(MongoDatabase database, List<? extends Projection<?>> projections) {
        var serving = serving(database, projections);
        var parked = new LinkedHashSet<>(parked(database, serving.epoch()));
        var folded = Folded.read(database, serving.epoch());
        parked.addAll(parked(database, serving.epoch()));
        return new Claim(serving, folded, List.copyOf(parked));
    }

    static Generations serving(MongoDatabase database, List<? extends Projection<?>> projections) {
        var catalog = new Catalogs(database).read();
        return catalog == null
                ? Generations.first(projections.stream().map(Projection::name).toList())
                : catalog.serving();
    }

    private static List<Parked> parked(MongoDatabase database, long epoch) {
        var found = new ArrayList<Parked>();
        var collection = database.getCollection("parked", BsonDocument.class);
        for (var bson : collection.find(new BsonDocument("epoch", new BsonInt64(epoch)))) {
            found.add(new Parked(
                    bson.getString("unit").getValue(),
                    bson.getNumber("position").longValue(),
                    bson.getString("reason").getValue()));
        }
        return found;
    }

    /** Whether the event must be in every document that it touches. */
    boolean covers(Envelope event) {
        return folded.holds(event.key(), event.position()) && !isParked(event);
    }

    /** Whether it is to be folded still. */
    boolean isPending(Envelope event) {
        return !folded.holds(event.key(), event.position()) && !isParked(event);
    }

    /** What is missing of it although documents of these partitions are stored, now as when it was read. */
    List<String> missing(MongoDatabase database, Collection<Integer> partitions) {
        var gone = new ArrayList<>(folded.missing(partitions));
        if (!gone.isEmpty()) {
            gone.retainAll(Folded.read(database, serving.epoch()).missing(partitions));
        }
        return gone;
    }

    boolean isParked(Envelope event) {
        return parked.stream().anyMatch(unit -> unit.holds(event));
    }
}
