package linxi.query.feed;

import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.Stored;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** Tells a document that MongoDB can never hold, or that is no document of ours, from a MongoDB that is away. */
final class DocumentBounds {
    private static final int LARGEST = 16 * 1024 * 1024;

    private DocumentBounds() {}

    static <D> Stored<D> read(DocumentForm<D> form, BsonDocument bson) {
        try {
            return form.fromBson(bson);
        } catch (RuntimeException e) {
            var id = bson.getString(DocumentForm.ID).getValue();
            int bar = id.indexOf('|');
            throw new BadDocument(new Place(id.substring(0, bar), id.substring(bar + 1)), e);
        }
    }

    static <D> RawBsonDocument write(DocumentForm<D> form, Stored<D> stored) {
        try {
            return form.toBson(stored);
        } catch (RuntimeException e) {
            throw new BadDocument(place(stored), e);
        }
    }

    static void check(Stored<?> stored, RawBsonDocument bson) {
        int size = bson.getByteBuffer().remaining();
        if (size > LARGEST) {
            throw new BadDocument(place(stored), new IllegalStateException(size + " bytes, more than " + LARGEST));
        }
    }

    private static Place place(Stored<?> stored) {
        return new Place(stored.key(), stored.id());
    }
}
