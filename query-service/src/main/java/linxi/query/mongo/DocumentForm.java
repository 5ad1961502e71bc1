package linxi.query.mongo;

import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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

    public BsonDocument toBson(Stored<D> stored) {
        var bson = new BsonDocument();
        bson.put(ID, new BsonString(Stored.mongoId(stored.key(), stored.id())));
        bson.put(KEY, new BsonString(stored.key()));
        bson.put(LOCAL_ID, new BsonString(stored.id()));
        bson.put(POSITION, new BsonInt64(stored.position()));
        bson.put(REVISION, new BsonInt64(stored.revision()));
        BsonTree.fields((ObjectNode) DocumentJson.MAPPER.valueToTree(stored.document()), bson);
        return bson;
    }

    /** @throws tools.jackson.core.JacksonException where the document has another shape than the record */
    public Stored<D> fromBson(BsonDocument bson) {
        var fields = new ObjectNode(JsonNodeFactory.instance);
        bson.forEach((name, value) -> {
            if (!OWN.contains(name)) {
                fields.set(name, BsonTree.toJson(value));
            }
        });
        return new Stored<>(
                bson.getString(KEY).getValue(),
                bson.getString(LOCAL_ID).getValue(),
                bson.getInt64(POSITION).getValue(),
                bson.getInt64(REVISION).getValue(),
                DocumentJson.MAPPER.treeToValue(fields, type));
    }
}
