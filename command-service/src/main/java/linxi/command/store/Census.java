package linxi.command.store;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What stands in the collection, at positions of the log or not; every question goes over all of it. */
final class Census {
    private static final Document ID = new Document("_id", 1);

    private final MongoCollection<Document> collection;

    Census(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** The first whole number above a position that is an {@code _id}; a scan on the embedded server. */
    @Nullable
    Long nextAfter(long position) {
        for (var id : ids(Commits.after(position)).sort(ID).map(found -> found.get("_id"))) {
            if (isPosition(id)) {
                return ((Number) id).longValue();
            }
        }
        return null;
    }

    /**
     * Counts what stands at no position behind this one, be its {@code _id} a number or not, or where no log ever gets. By
     * reading the ids: to count them itself, the embedded server would hold every commit in memory.
     */
    long countUpTo(long position) {
        long count = 0;
        var behind = Commits.after(position).get("_id", Document.class);
        for (var _ : ids(new Document("_id", new Document("$not", behind)))) {
            count++;
        }
        return count;
    }

    /** Each {@code _id} that is no position, whatever it is, at most so many. */
    List<Object> strays(int most) {
        var strays = new ArrayList<Object>();
        for (var id : ids(new Document()).map(found -> found.get("_id"))) {
            if (!isPosition(id) && strays.size() < most) {
                strays.add(id);
            }
        }
        return strays;
    }

    private FindIterable<Document> ids(Document filter) {
        return collection.find(filter).projection(ID);
    }

    private static boolean isPosition(Object id) {
        return id instanceof Number number
                && number.doubleValue() == number.longValue()
                && number.longValue() >= 1
                && number.longValue() <= Commits.FURTHEST;
    }

    boolean isIndexed() {
        for (var index : collection.listIndexes()) {
            if (new Document("keys", 1).equals(index.get("key")) && index.getBoolean("unique", false)) {
                return true;
            }
        }
        return false;
    }
}
