package linxi.query.mongo;

import java.util.Arrays;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.util.TokenBuffer;

/**
 * A record as a BSON document and back, exactly: its components lie at top level, in their order, beside the feed's own
 * fields {@code _id}, {@code k} (key), {@code i} (id within the key), {@code p} (position) and {@code r} (revision).
 *
 * <p>Whole numbers are int64. Decimals, and whole numbers beyond a long, are strings. Times are strings with nine digits
 * of a second, so that they sort as times do. A map is an array of {@code {k, v}}: ids are chosen by callers, may hold
 * dots, and so never become names of fields. Null is absent. Floating point is refused.
 */
public final class DocumentForm<D> {
    public static final String ID = "_id";
    public static final String KEY = "k";
    public static final String LOCAL_ID = "i";
    public static final String POSITION = "p";
    public static final String REVISION = "r";
    private static final List<String> OWN = List.of(ID, KEY, LOCAL_ID, POSITION, REVISION);

    private final Class<D> type;

    /** @throws IllegalArgumentException where {@code type} is no record, or a component is called like a field of the feed */
    public DocumentForm(Class<D> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type + " is no record");
        }
        for (var component : Arrays.asList(type.getRecordComponents())) {
            if (OWN.contains(component.getName())) {
                throw new IllegalArgumentException(type + " uses the feed's field '" + component.getName() + "'");
            }
        }
        this.type = type;
    }

    /** As the bytes that are sent. */
    public RawBsonDocument toBson(Stored<D> stored) {
        try (var bytes = new BasicOutputBuffer();
                var bson = new BsonBinaryWriter(bytes);
                var tokens = TokenBuffer.forGeneration()) {
            DocumentJson.MAPPER.writeValue(tokens, stored.document());
            bson.writeStartDocument();
            bson.writeString(ID, Stored.mongoId(stored.key(), stored.id()));
            bson.writeString(KEY, stored.key());
            bson.writeString(LOCAL_ID, stored.id());
            bson.writeInt64(POSITION, stored.position());
            bson.writeInt64(REVISION, stored.revision());
            try (var fields = tokens.asParser(ObjectReadContext.empty())) {
                var _ = fields.nextToken();
                BsonTokens.fields(fields, bson);
            }
            bson.writeEndDocument();
            return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getSize());
        }
    }

    /** @throws tools.jackson.core.JacksonException where the document has another shape than the record */
    public Stored<D> fromBson(BsonDocument document) {
        try (var bson = document.asBsonReader();
                var fields = TokenBuffer.forGeneration()) {
            fields.writeStartObject();
            bson.readStartDocument();
            while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
                var name = bson.readName();
                if (OWN.contains(name)) {
                    bson.skipValue();
                } else {
                    fields.writeName(name);
                    BsonTokens.value(bson, fields);
                }
            }
            fields.writeEndObject();
            return new Stored<>(
                    document.getString(KEY).getValue(),
                    document.getString(LOCAL_ID).getValue(),
                    document.getInt64(POSITION).getValue(),
                    document.getInt64(REVISION).getValue(),
                    read(fields));
        }
    }

    private D read(TokenBuffer fields) {
        try (var tokens = fields.asParser(ObjectReadContext.empty())) {
            return DocumentJson.MAPPER.readValue(tokens, type);
        }
    }
}
