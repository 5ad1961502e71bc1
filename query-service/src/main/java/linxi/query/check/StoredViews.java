package linxi.query.check;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import linxi.query.feed.Projection;
import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.Generations;
import linxi.query.mongo.Views;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/** The collections that are served, by the order of their projections; one that is not served yet has no documents. */
final class StoredViews {
    private static final int PAGE = 200;
    private static final int SAMPLE = 20;

    private final MongoDatabase database;
    private final List<? extends Projection<?>> projections;
    private final Generations serving;

    StoredViews(MongoDatabase database, List<? extends Projection<?>> projections, Generations serving) {
        this.database = database;
        this.projections = projections;
        this.serving = serving;
    }

    /** Roughly: the embedded server would hold all of them in memory to count them. */
    long count(int projection) {
        return isServed(projection) ? collection(projection).estimatedDocumentCount() : 0;
    }

    /** By the first few; 0 where there are none. */
    long meanBytes(int projection) {
        if (!isServed(projection)) {
            return 0;
        }
        long bytes = 0;
        long sampled = 0;
        for (var document : collection(projection).find().limit(SAMPLE)) {
            bytes += document.getByteBuffer().remaining();
            sampled++;
        }
        return sampled == 0 ? 0 : bytes / sampled;
    }

    /** Every {@code _id}, whatever it is. */
    void ids(ObjIntConsumer<BsonValue> reader) {
        var idOnly = new BsonDocument(DocumentForm.ID, new BsonInt32(1));
        for (int i : served()) {
            for (var document : collection(i).find().projection(idOnly)) {
                reader.accept(document.get(DocumentForm.ID), i);
            }
        }
    }

    Map<String, BsonDocument> read(int projection, Collection<String> mongoIds) {
        var found = new HashMap<String, BsonDocument>();
        if (isServed(projection)) {
            var all = new ArrayList<>(mongoIds);
            for (int from = 0; from < all.size(); from += PAGE) {
                var page = all.subList(from, Math.min(all.size(), from + PAGE));
                for (var document : collection(projection).find(Views.anyOf(page))) {
                    found.put(document.getString(DocumentForm.ID).getValue(), document);
                }
            }
        }
        return found;
    }

    List<Integer> served() {
        return IntStream.range(0, projections.size())
                .filter(this::isServed)
                .boxed()
                .toList();
    }

    private boolean isServed(int projection) {
        return serving.of().containsKey(projections.get(projection).name());
    }

    private MongoCollection<RawBsonDocument> collection(int projection) {
        return database.getCollection(
                serving.collection(projections.get(projection).name()), RawBsonDocument.class);
    }
}
