package linxi.query.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The {@link Catalog} in MongoDB: one document, changed by compare-and-set on its revision. */
public final class Catalogs {
    private static final BsonDocument ID = new BsonDocument("_id", new BsonString("catalog"));

    private final MongoCollection<BsonDocument> collection;

    public Catalogs(MongoDatabase database) {
        this.collection = database.getCollection("catalog", BsonDocument.class);
    }

    /** Null where no feed has run yet. */
    public @Nullable Catalog read() {
        var found = collection.find(ID).first();
        return found == null ? null : catalog(found);
    }

    /** The one that there is, or a first one with these projections. */
    public Catalog readOrBegin(Collection<String> projections) {
        var found = read();
        if (found != null) {
            return found;
        }
        var first = Catalog.first(projections);
        try {
            var _ = collection.insertOne(bson(first));
            return first;
        } catch (MongoWriteException e) {
            var other =
                    ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY ? read() : null;
            if (other == null) {
                throw e;
            }
            return other;
        }
    }

    /** @return whether nobody had changed the catalog since {@code before}, so that {@code next} stands now */
    public boolean replace(Catalog before, Catalog next) {
        var unchanged = ID.clone().append("revision", new BsonInt64(before.revision()));
        return collection.replaceOne(unchanged, bson(next)).getMatchedCount() == 1;
    }

    private static BsonDocument bson(Catalog catalog) {
        var bson = ID.clone()
                .append("epoch", new BsonInt64(catalog.serving().epoch()))
                .append("revision", new BsonInt64(catalog.revision()))
                .append("newest", new BsonInt64(catalog.newest()))
                .append("serving", entries(catalog.serving()));
        var building = catalog.building();
        if (building != null) {
            bson.append(
                    "building",
                    new BsonDocument("epoch", new BsonInt64(building.epoch()))
                            .append("generations", entries(building)));
        }
        var superseded = new BsonArray();
        catalog.superseded().forEach(one -> superseded.add(superseded(one)));
        return bson.append("superseded", superseded);
    }

    private static BsonDocument superseded(Catalog.Superseded one) {
        var names = one.collections().stream().map(BsonString::new).toList();
        return new BsonDocument("epoch", new BsonInt64(one.epoch())).append("collections", new BsonArray(names));
    }

    private static BsonArray entries(Generations generations) {
        var entries = new BsonArray();
        generations
                .of()
                .forEach((projection, generation) -> entries.add(
                        new BsonDocument("k", new BsonString(projection)).append("v", new BsonInt64(generation))));
        return entries;
    }

    private static Catalog catalog(BsonDocument bson) {
        var building = bson.containsKey("building") ? bson.getDocument("building") : null;
        return new Catalog(
                bson.getInt64("revision").getValue(),
                bson.getInt64("newest").getValue(),
                generations(bson.getInt64("epoch"), bson.getArray("serving")),
                building == null ? null : generations(building.getInt64("epoch"), building.getArray("generations")),
                documents(bson.getArray("superseded")).map(Catalogs::superseded).toList());
    }

    private static Generations generations(BsonInt64 epoch, BsonArray entries) {
        var of = new TreeMap<String, Long>();
        documents(entries)
                .forEach(entry -> of.put(
                        entry.getString("k").getValue(), entry.getInt64("v").getValue()));
        return new Generations(epoch.getValue(), of);
    }

    private static Catalog.Superseded superseded(BsonDocument bson) {
        List<String> collections = bson.getArray("collections").stream()
                .map(name -> name.asString().getValue())
                .toList();
        return new Catalog.Superseded(bson.getInt64("epoch").getValue(), collections);
    }

    private static Stream<BsonDocument> documents(BsonArray array) {
        return array.stream().map(BsonValue::asDocument);
    }
}
