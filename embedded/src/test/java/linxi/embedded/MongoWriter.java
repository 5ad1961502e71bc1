package linxi.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;

/** Inserts and updates from several threads for ever; prints {@code id value} for each that was acknowledged. */
final class MongoWriter {
    private static final int THREADS = 6;

    private MongoWriter() {}

    @SuppressWarnings("resource") // Ends by being killed.
    public static void main(String[] folder) {
        var mongo = EmbeddedMongo.start(Path.of(folder[0]), 0);
        var documents = MongoClients.create(mongo.uri()).getDatabase("linxi").getCollection("written");
        var _ = documents.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
        var run = "run" + documents.countDocuments();
        for (int t = 0; t < THREADS; t++) {
            var thread = run + "-" + t;
            var _ = Thread.ofPlatform().start(() -> writeForEver(documents, thread));
        }
    }

    private static void writeForEver(MongoCollection<Document> documents, String thread) {
        for (int n = 0; true; n++) {
            var first = thread + "-" + n;
            var second = first + "b";
            var _ = documents.insertMany(List.of(document(first), document(second)));
            said(first + " 0", second + " 0");
            var _ = documents.updateOne(eq("_id", first), set("value", 1));
            said(first + " 1");
        }
    }

    private static Document document(String id) {
        return new Document("_id", id)
                .append("keys", List.of("key/" + id, "other/" + id))
                .append("value", 0);
    }

    private static void said(String... lines) {
        synchronized (MongoWriter.class) {
            for (var line : lines) {
                System.out.println(line);
            }
        }
    }
}
