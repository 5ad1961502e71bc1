package linxi.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of every type that the server keeps, small enough that equal ones meet. */
final class RandomValues {
    private static final List<String> TEXTS =
            List.of("", "a", "b", "ab", "\u0000", "粽子", "蛋 egg", "egg 蛋?", "é", "😀", "x".repeat(300));
    private static final List<Double> NUMBERS =
            List.of(0.0, 1.0, -1.5, 1e300, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE);

    private final Random random;
    private final List<Supplier<@Nullable Object>> kinds;

    RandomValues(Random random) {
        this.random = random;
        this.kinds = List.of(
                () -> null,
                () -> one(TEXTS),
                () -> one(NUMBERS),
                () -> random.nextInt(3),
                () -> (1L << 53) + random.nextInt(3),
                random::nextBoolean,
                () -> Instant.ofEpochMilli(random.nextInt(3) - 1),
                () -> new UUID(random.nextInt(3) - 1, random.nextInt(3) - 1),
                () -> new LegacyUUID(random.nextInt(2), random.nextInt(2)),
                () -> new BinData(new byte[16 * random.nextInt(2) + random.nextInt(2)]),
                () -> new ObjectId(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) random.nextInt()}),
                () -> new Decimal128(BigDecimal.valueOf(random.nextInt(5), random.nextInt(2))),
                () -> new BsonTimestamp(random.nextInt(3)),
                () -> new BsonJavaScript(one(TEXTS.subList(0, 4))),
                MinKey::getInstance,
                MaxKey::getInstance);
    }

    Document document(int depth) {
        var document = new Document();
        for (int left = random.nextInt(5); left > 0; left--) {
            document.put(one(List.of("a", "b", "名", "")), value(depth - 1));
        }
        return document;
    }

    KeyValue key() {
        var values = new ArrayList<@Nullable Object>();
        for (int left = random.nextInt(2); left >= 0; left--) {
            values.add(value(2));
        }
        return new KeyValue(values);
    }

    private @Nullable Object value(int depth) {
        int kind = random.nextInt(kinds.size() + 4);
        if (kind < kinds.size()) {
            return kinds.get(kind).get();
        }
        if (depth <= 0 || kind < kinds.size() + 2) {
            return one(TEXTS);
        }
        return kind == kinds.size() + 2 ? document(depth) : list(depth - 1);
    }

    private List<@Nullable Object> list(int depth) {
        var list = new ArrayList<@Nullable Object>();
        for (int left = random.nextInt(13); left > 0; left--) {
            list.add(value(depth));
        }
        return list;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
