package linxi.allinone.crash;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import linxi.command.store.EventLog;
import linxi.command.store.StoreClient;
import linxi.command.store.Verification;
import linxi.embedded.EmbeddedMongo;
import org.bson.Document;

/** The store of a stopped installation, as it lies on the disk. */
final class Disk implements AutoCloseable {
    private static final String VIEW = "view_";

    private final EmbeddedMongo mongo;
    private final MongoClient client;
    private final MongoDatabase database;

    private Disk(EmbeddedMongo mongo) {
        this.mongo = mongo;
        this.client = StoreClient.open(mongo.uri());
        this.database = client.getDatabase("linxi");
    }

    static Disk of(Path data) {
        return new Disk(EmbeddedMongo.start(data.resolve("mongo"), 0));
    }

    Verification verify() {
        try (var log = new EventLog(database)) {
            return log.verify();
        }
    }

    Iterable<Document> commits() {
        return database.getCollection("commits").find().sort(Sorts.ascending("_id"));
    }

    /** Every document of every read model that serves, without the count of its writes. */
    Map<String, Document> readModels() {
        var documents = new TreeMap<String, Document>();
        for (var collection : database.listCollectionNames()) {
            if (collection.startsWith(VIEW)) {
                for (var document : database.getCollection(collection).find()) {
                    document.remove("r");
                    documents.put(collection + " " + document.get("_id"), document);
                }
            }
        }
        return documents;
    }

    /** As if nothing had ever been folded: the next start builds every read model from nothing. */
    void forgetReadModels() {
        for (var collection : database.listCollectionNames().into(new ArrayList<>())) {
            if (collection.startsWith(VIEW) || collection.equals("feed") || collection.equals("catalog")) {
                database.getCollection(collection).drop();
            }
        }
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
    }
}
