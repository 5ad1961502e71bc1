package linxi.bench.append;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import org.bson.Document;

/** The limit: one connection that inserts ready documents, 64 at a time, as safely as ours are stored. */
final class BareInserts {
    private static final int BATCH = 64;

    private final MongoClient client;
    private final boolean indexed;
    private int runs;

    /** @param indexed with the unique index on the keys that ours has too */
    BareInserts(MongoClient client, boolean indexed) {
        this.client = client;
        this.indexed = indexed;
    }

    double perSecond(List<Document> documents) {
        var collection = client.getDatabase("bare" + indexed + runs++)
                .getCollection("commits")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        if (indexed) {
            var _ = collection.createIndex(new Document("keys", 1), new IndexOptions().unique(true));
        }
        long began = System.nanoTime();
        for (int from = 0; from < documents.size(); from += BATCH) {
            var batch = documents.subList(from, Math.min(from + BATCH, documents.size()));
            var _ = collection.insertMany(batch, new InsertManyOptions().ordered(true));
        }
        double perSecond = documents.size() * 1e9 / (System.nanoTime() - began);
        client.getDatabase("bare" + indexed + (runs - 1)).drop();
        return perSecond;
    }
}
