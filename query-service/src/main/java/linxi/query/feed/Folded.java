package linxi.query.feed;

import com.mongodb.client.MongoDatabase;

/** What the feeds have written about how far they are, for those who check it. */
public final class Folded {
    private Folded() {}

    /** Up to this position every event is folded into the documents of an epoch, or parked. */
    public static long upTo(MongoDatabase database, long epoch) {
        var relay = RelayState.read(database);
        return relay.foldedBy(new ProgressTable(database).of(epoch));
    }
}
