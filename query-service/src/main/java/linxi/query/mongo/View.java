package linxi.query.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of one projection. Filters name the record's components as they are; see {@link DocumentForm} for
 * the shapes of their values. Throws {@link com.mongodb.MongoException} where MongoDB is away.
 */
public final class View<D> {
    private static final BsonDocument BY_KEY = new BsonDocument(DocumentForm.KEY, new BsonInt32(1));
    private static final BsonDocument BY_ID = new BsonDocument(DocumentForm.ID, new BsonInt32(1));

    private final Views views;
    private final String projection;
    private final DocumentForm<D> form;

    View(Views views, String projection, DocumentForm<D> form) {
        this.views = views;
        this.projection = projection;
        this.form = form;
    }

    /** A time as documents hold it, for filters. */
    public static String time(Instant at) {
        return DocumentJson.time(at);
    }

    public @Nullable D get(String key, String id) {
        var found = views.read(
                projection,
                collection -> Optional.ofNullable(collection
                        .find(new BsonDocument(DocumentForm.ID, new BsonString(Stored.mongoId(key, id))))
                        .first()));
        return found.map(bson -> form.fromBson(bson).document()).orElse(null);
    }

    /** The documents of that id under these keys, mostly one, by key. */
    public List<D> under(Collection<String> keys, String id) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var mongoIds = keys.stream().map(key -> Stored.mongoId(key, id)).toList();
        return read(Views.anyOf(mongoIds), BY_KEY, 0);
    }

    /** The documents of that id under whatever key: on some servers a scan, see {@link #under}. */
    public List<D> anywhere(String id) {
        return read(new BsonDocument(DocumentForm.LOCAL_ID, new BsonString(id)), BY_KEY, 0);
    }

    /** Those that exist, by id, in no particular order. */
    public Map<String, D> all(String key, Collection<String> ids) {
        var found = new LinkedHashMap<String, D>();
        if (!ids.isEmpty()) {
            var mongoIds = ids.stream().map(id -> Stored.mongoId(key, id)).toList();
            eachStored(Views.anyOf(mongoIds), stored -> found.put(stored.id(), stored.document()));
        }
        return found;
    }

    /** @param limit from 1 */
    public List<D> find(Bson filter, Bson sort, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        return read(filter, sort, limit);
    }

    /** Whether more match than that; counts no further. */
    public boolean hasMoreThan(int most, Bson filter) {
        return views.read(
                projection,
                collection -> collection.estimatedDocumentCount() > most
                        && collection.find(filter).projection(BY_ID).skip(most).first() != null);
    }

    /** Every matching document once, in no order, without holding them all: for sums. */
    public void each(Bson filter, Consumer<? super D> reader) {
        eachStored(filter, stored -> reader.accept(stored.document()));
    }

    private void eachStored(Bson filter, Consumer<Stored<D>> reader) {
        var _ = views.read(projection, collection -> {
            for (var bson : collection.find(filter)) {
                reader.accept(form.fromBson(bson));
            }
            return true;
        });
    }

    private List<D> read(Bson filter, Bson sort, int limit) {
        return views.read(projection, collection -> {
            var found = new ArrayList<D>();
            for (var bson : collection.find(filter).sort(sort).limit(limit)) {
                found.add(form.fromBson(bson).document());
            }
            return List.copyOf(found);
        });
    }
}
