package linxi.query.names;

import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.View;
import linxi.query.party.PartyDocument;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an id whose origin the caller does not know. Under the origins that may be, since {@code _id} is what every
 * server finds without a scan; only where there is nothing, or where there are too many of them, by the index on the id
 * alone. Thread-safe.
 */
final class Origins {
    /** Of more than so many the index on the id alone is the shorter way. */
    private static final int MOST = 100;

    /** Who registered since is found by the longer way. */
    private static final long STALE_NANOS = Duration.ofSeconds(5).toNanos();

    private final View<PartyDocument> parties;
    private volatile @Nullable Known known;

    Origins(View<PartyDocument> parties) {
        this.parties = parties;
    }

    <D> @Nullable D find(View<D> view, String id) {
        var found = view.under(known(), id);
        if (found.isEmpty()) {
            found = view.anywhere(id);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    private List<String> known() {
        var before = known;
        if (before != null && System.nanoTime() - before.since() < STALE_NANOS) {
            return before.keys();
        }
        var keys = new ArrayList<String>();
        for (var party : parties.find(new BsonDocument(), Sorts.ascending(DocumentForm.LOCAL_ID), MOST + 1)) {
            keys.add(party.id().value());
        }
        var now = new Known(keys.size() > MOST ? List.of() : List.copyOf(keys), System.nanoTime());
        known = now;
        return now.keys();
    }

    private record Known(List<String> keys, long since) {}
}
