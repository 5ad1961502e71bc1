package linxi.query.mongo;

import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Jackson's tokens as BSON and back, with no tree between them; only what {@link DocumentJson} writes. */
final class BsonTokens {
    private BsonTokens() {}

    /** @param tokens at the start of an object; at its end afterwards */
    static void fields(JsonParser tokens, BsonWriter into) {
        for (var name = tokens.nextName(); name != null; name = tokens.nextName()) {
            into.writeName(name);
            value(tokens.nextToken(), tokens, into);
        }
    }

    private static void value(JsonToken token, JsonParser tokens, BsonWriter into) {
        switch (token) {
            case START_OBJECT -> {
                into.writeStartDocument();
                fields(tokens, into);
                into.writeEndDocument();
            }
            case START_ARRAY -> {
                into.writeStartArray();
                for (var element = tokens.nextToken(); element != JsonToken.END_ARRAY; element = tokens.nextToken()) {
                    value(element, tokens, into);
                }
                into.writeEndArray();
            }
            case VALUE_STRING -> into.writeString(tokens.getString());
            case VALUE_NUMBER_INT -> into.writeInt64(tokens.getLongValue());
            case VALUE_TRUE, VALUE_FALSE -> into.writeBoolean(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> into.writeNull();
            case VALUE_NUMBER_FLOAT ->
                throw new IllegalArgumentException("documents hold no floating point: " + tokens.getString());
            default -> throw new IllegalArgumentException("documents hold no " + token);
        }
    }

    /** The value that the reader is before. */
    static void value(BsonReader bson, JsonGenerator into) {
        switch (bson.getCurrentBsonType()) {
            case DOCUMENT -> {
                bson.readStartDocument();
                into.writeStartObject();
                while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
                    into.writeName(bson.readName());
                    value(bson, into);
                }
                into.writeEndObject();
                bson.readEndDocument();
            }
            case ARRAY -> {
                bson.readStartArray();
                into.writeStartArray();
                while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
                    value(bson, into);
                }
                into.writeEndArray();
                bson.readEndArray();
            }
            case STRING -> into.writeString(bson.readString());
            case INT64 -> into.writeNumber(bson.readInt64());
            case INT32 -> into.writeNumber((long) bson.readInt32());
            case BOOLEAN -> into.writeBoolean(bson.readBoolean());
            case NULL -> {
                bson.readNull();
                into.writeNull();
            }
            default -> throw new IllegalArgumentException("no document holds a " + bson.getCurrentBsonType());
        }
    }
}
