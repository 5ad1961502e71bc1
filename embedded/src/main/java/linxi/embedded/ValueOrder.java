package linxi.embedded;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A total order of normalized values, by BSON type and then by content. It says equal where the server does, apart
 * from parts of a millisecond, which BSON does not keep. Not the order of a sort: only lookups use it.
 */
final class ValueOrder {
    private ValueOrder() {}

    /** @throws IllegalArgumentException where BSON has no such type: such a key cannot be stored */
    static int compare(@Nullable Object one, @Nullable Object other) {
        return switch (one) {
            case String a when other instanceof String b -> a.compareTo(b);
            case Double a when other instanceof Double b -> Double.compare(a, b);
            case Long a when other instanceof Long b -> Long.compare(a, b);
            case ObjectId a when other instanceof ObjectId b -> a.compareTo(b);
            case UUID a when other instanceof UUID b -> a.compareTo(b);
            case Map<?, ?> a when other instanceof Map<?, ?> b -> compareDocuments(a, b);
            case Collection<?> a when other instanceof Collection<?> b -> compareLists(a, b);
            case null, default -> compareBytes(one, other);
        };
    }

    /** Fields in another order make another document. */
    private static int compareDocuments(Map<?, ?> one, Map<?, ?> other) {
        int order = compareLists(one.keySet(), other.keySet());
        return order == 0 ? compareLists(one.values(), other.values()) : order;
    }

    private static int compareLists(Collection<?> one, Collection<?> other) {
        int order = Integer.compare(one.size(), other.size());
        var theirs = other.iterator();
        for (var mine = one.iterator(); order == 0 && mine.hasNext(); ) {
            order = compare(mine.next(), theirs.next());
        }
        return order;
    }

    /** Also where one of two is a kind of its own above, like a UUID: all of a kind begin with the same bytes. */
    private static int compareBytes(@Nullable Object one, @Nullable Object other) {
        byte type = BsonValues.typeOf(one);
        byte theirs = BsonValues.typeOf(other);
        if (type != theirs) {
            return Byte.compareUnsigned(type, theirs);
        }
        return Arrays.compareUnsigned(bytes(type, one), bytes(type, other));
    }

    private static byte[] bytes(byte type, @Nullable Object value) {
        var encoded = BsonValues.encoded(type, value);
        return Arrays.copyOf(encoded.array(), encoded.readableBytes());
    }
}
