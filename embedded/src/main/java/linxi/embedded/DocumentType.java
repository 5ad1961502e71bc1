package linxi.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the store's file. */
final class DocumentType extends BasicDataType<Document> {
    @Override
    public int getMemory(Document document) {
        return BsonValues.memory(document);
    }

    @Override
    public void write(WriteBuffer out, Document document) {
        BsonValues.write(out, document);
    }

    @Override
    public Document read(ByteBuffer in) {
        return (Document) Objects.requireNonNull(BsonValues.read(in));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
