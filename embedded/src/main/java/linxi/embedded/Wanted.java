package linxi.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query for one field that is one of some texts and whole numbers, as a set. The stock server compares each document
 * with each of them, though its index has found it by one.
 *
 * @param query that it stands for; it is known again by identity
 */
record Wanted(Document query, String field, Set<Object> values) {
    /** Null where a query is another one, or looks for anything that a set does not tell apart as MongoDB does. */
    static @Nullable Wanted of(Document query) {
        if (query.size() != 1) {
            return null;
        }
        var condition = query.entrySet().iterator().next();
        if (condition.getKey().contains(".")
                || !(condition.getValue() instanceof Document in)
                || in.size() != 1
                || !(in.get("$in") instanceof Collection<?> listed)) {
            return null;
        }
        var values = new HashSet<>();
        for (var value : listed) {
            var plain = plain(value);
            if (plain == null) {
                return null;
            }
            values.add(plain);
        }
        return new Wanted(query, condition.getKey(), values);
    }

    /** Null where that cannot be told here. */
    @Nullable
    Boolean matches(Document document) {
        var found = document.get(field);
        if (!(found instanceof Collection<?> several)) {
            var plain = plain(found);
            return plain == null ? null : values.contains(plain);
        }
        for (var each : several) {
            var plain = plain(each);
            if (plain == null) {
                return null;
            }
            if (values.contains(plain)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number;
            case Integer number -> number.longValue();
            case null, default -> null;
        };
    }
}
