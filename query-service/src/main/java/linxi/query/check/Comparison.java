package linxi.query.check;

import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Finds the smallest fields in which two documents differ, by value and by type. */
final class Comparison {
    private static final int LONGEST = 200;

    private final Found found;

    Comparison(Found found) {
        this.found = found;
    }

    /** Told of each field that differs. */
    interface Found {
        void differs(String field, @Nullable String stored, @Nullable String expected);
    }

    void compare(BsonDocument stored, BsonDocument expected) {
        documents("", stored, expected);
    }

    private void documents(String prefix, BsonDocument stored, BsonDocument expected) {
        var names = new TreeSet<>(stored.keySet());
        names.addAll(expected.keySet());
        names.forEach(name -> values(prefix + name, stored.get(name), expected.get(name)));
    }

    private void values(String path, @Nullable BsonValue stored, @Nullable BsonValue expected) {
        if (stored == null || expected == null) {
            found.differs(path, text(stored), text(expected));
        } else if (stored.isDocument() && expected.isDocument()) {
            documents(path + ".", stored.asDocument(), expected.asDocument());
        } else if (stored.isArray() && expected.isArray()) {
            var left = stored.asArray();
            var right = expected.asArray();
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                values(
                        path + "[" + i + "]",
                        i < left.size() ? left.get(i) : null,
                        i < right.size() ? right.get(i) : null);
            }
        } else if (!stored.equals(expected)) {
            found.differs(path, text(stored), text(expected));
        }
    }

    /** The type is shown where it is another than the usual one of that value. */
    private static @Nullable String text(@Nullable BsonValue value) {
        if (value == null) {
            return null;
        }
        var text = switch (value.getBsonType()) {
            case STRING -> "\"" + value.asString().getValue() + "\"";
            case INT64 -> Long.toString(value.asInt64().getValue());
            case BOOLEAN -> Boolean.toString(value.asBoolean().getValue());
            case NULL -> "null";
            case DOCUMENT -> value.asDocument().toJson();
            case ARRAY ->
                value.asArray().getValues().stream()
                        .map(Comparison::text)
                        .toList()
                        .toString();
            default -> value.toString();
        };
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
