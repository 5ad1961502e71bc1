package linxi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.DataType;
import org.junit.jupiter.api.Test;

class StoredTypesTest {
    private static final DocumentType DOCUMENTS = new DocumentType();
    private static final KeyType KEYS = new KeyType();

    private final long seed = System.nanoTime();
    private final RandomValues random = new RandomValues(new Random(seed));

    @Test
    void readsEveryDocumentAsItWasWritten() {
        System.out.println("documents: seed " + seed);
        for (int i = 0; i < 2_000; i++) {
            var document = random.document(3);
            assertThat(again(DOCUMENTS, document)).isEqualTo(document);
            assertThat(DOCUMENTS.getMemory(document)).isPositive();
        }
    }

    @Test
    void readsEveryKeyAsItWasWritten() {
        System.out.println("keys: seed " + seed);
        for (int i = 0; i < 2_000; i++) {
            var key = random.key();
            assertThat(again(KEYS, key)).isEqualTo(key);
            assertThat(KEYS.compare(key, again(KEYS, key))).isZero();
        }
    }

    @Test
    void readsSeveralValuesOneAfterTheOther() {
        var documents = IntStream.range(0, 9).mapToObj(_ -> random.document(2)).toArray(Document[]::new);
        var out = new WriteBuffer();
        DOCUMENTS.write(out, documents, documents.length);
        var read = DOCUMENTS.createStorage(documents.length);
        DOCUMENTS.read(out.getBuffer().flip(), read, read.length);
        assertThat(read).containsExactly(documents);
    }

    @Test
    void ordersKeysTotallyAndEqualWhereTheyAreEqual() {
        System.out.println("order: seed " + seed);
        var keys = new ArrayList<KeyValue>();
        IntStream.range(0, 150).forEach(_ -> keys.add(random.key()));
        keys.addAll(keys.subList(0, 20).stream().map(key -> again(KEYS, key)).toList());
        for (var a : keys) {
            for (var b : keys) {
                int order = KEYS.compare(a, b);
                assertThat(order == 0).as("%s and %s", a, b).isEqualTo(a.equals(b));
                assertThat(Integer.signum(KEYS.compare(b, a))).isEqualTo(-Integer.signum(order));
                for (var c : keys) {
                    if (order <= 0 && KEYS.compare(b, c) <= 0) {
                        assertThat(KEYS.compare(a, c)).isNotPositive();
                    }
                }
            }
        }
        var sorted = new TreeSet<>(KEYS);
        sorted.addAll(keys);
        assertThat(sorted).hasSameSizeAs(new HashSet<>(keys));
    }

    @Test
    void takesWhatIsMissingForNull() {
        var missing = new KeyValue(Missing.getInstance());
        assertThat(KEYS.compare(missing, new KeyValue(nothing()))).isZero();
        assertThat(again(KEYS, missing)).isEqualTo(new KeyValue(nothing()));
    }

    @Test
    void keepsTheFileWritableForWhatBsonCannotHold() {
        var odd = new Document("short", (short) 7).append("list", List.of('c'));
        assertThat(again(DOCUMENTS, odd)).isEqualTo(odd);
        assertThatThrownBy(() -> KEYS.compare(new KeyValue((short) 7), new KeyValue("7")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Object> nothing() {
        var nothing = new ArrayList<Object>();
        nothing.add(null);
        return nothing;
    }

    private static <T> T again(DataType<T> type, T value) {
        var out = new WriteBuffer();
        type.write(out, value);
        var written = out.getBuffer().flip();
        var read = type.read(written);
        assertThat(written.hasRemaining()).isFalse();
        return read;
    }
}
