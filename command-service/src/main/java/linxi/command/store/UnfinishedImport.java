package linxi.command.store;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/**
 * The mark, in collection {@code imports}, that a log is being imported: written before its first commit and removed
 * after its last. While it is there nobody may take what is there for the whole log.
 */
final class UnfinishedImport {
    static final String COLLECTION = "imports";
    static final String WORDS = "an import into this log was not finished: run the same import again";

    private static final Document ID = new Document("_id", "import");

    private final MongoCollection<Document> imports;

    UnfinishedImport(MongoDatabase database) {
        this.imports = database.getCollection(COLLECTION)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    boolean isThere() {
        return imports.find(ID).first() != null;
    }

    boolean isOf(Archive archive) {
        return mark(archive).equals(imports.find(ID).first());
    }

    void put(Archive archive) {
        var _ = imports.insertOne(mark(archive));
    }

    void remove() {
        var _ = imports.deleteOne(ID);
    }

    private static Document mark(Archive archive) {
        return new Document(ID)
                .append("commits", archive.commits())
                .append("position", archive.position())
                .append("hash", archive.hash());
    }
}
