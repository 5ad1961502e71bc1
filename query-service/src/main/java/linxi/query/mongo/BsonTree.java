package linxi.query.mongo;

import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trees of JSON as trees of BSON and back; only what {@link DocumentJson} writes. */
final class BsonTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BsonTree() {}

    static void fields(ObjectNode object, BsonDocument into) {
        object.forEachEntry((name, value) -> into.put(name, toBson(value)));
    }

    private static BsonValue toBson(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var document = new BsonDocument();
                fields((ObjectNode) node, document);
                yield document;
            }
            case ARRAY -> {
                var array = new BsonArray(node.size());
                node.forEach(element -> array.add(toBson(element)));
                yield array;
            }
            case STRING -> new BsonString(node.stringValue());
            case BOOLEAN -> BsonBoolean.valueOf(node.booleanValue());
            case NULL -> BsonNull.VALUE;
            case NUMBER -> {
                if (!node.isIntegralNumber()) {
                    throw new IllegalArgumentException("documents hold no floating point: " + node);
                }
                yield new BsonInt64(node.longValue());
            }
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("documents hold no " + node.getNodeType());
        };
    }

    static JsonNode toJson(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOCUMENT -> {
                var object = new ObjectNode(JSON);
                value.asDocument().forEach((name, field) -> object.set(name, toJson(field)));
                yield object;
            }
            case ARRAY -> {
                var elements = value.asArray();
                var array = new ArrayNode(JSON, elements.size());
                elements.forEach(element -> array.add(toJson(element)));
                yield array;
            }
            case STRING -> JSON.stringNode(value.asString().getValue());
            case BOOLEAN -> JSON.booleanNode(value.asBoolean().getValue());
            case NULL -> JSON.nullNode();
            case INT32, INT64 -> JSON.numberNode(value.asNumber().longValue());
            default -> throw new IllegalArgumentException("no document holds a " + value.getBsonType());
        };
    }
}
