package linxi.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Keys of a unique index, equal in order where they are equal: H2 itself serializes both for each comparison. */
final class KeyType extends BasicDataType<KeyValue> {
    @Override
    public int compare(KeyValue one, KeyValue other) {
        int order = 0;
        for (int i = 0; order == 0 && i < Math.min(one.size(), other.size()); i++) {
            order = ValueOrder.compare(one.get(i), other.get(i));
        }
        return order == 0 ? Integer.compare(one.size(), other.size()) : order;
    }

    @Override
    public int getMemory(KeyValue key) {
        return key.stream().mapToInt(BsonValues::memory).sum();
    }

    @Override
    public void write(WriteBuffer out, KeyValue key) {
        var _ = out.putVarInt(key.size());
        for (Object value : key) {
            BsonValues.write(out, value);
        }
    }

    @Override
    public KeyValue read(ByteBuffer in) {
        int size = DataUtils.readVarInt(in);
        var values = new ArrayList<@Nullable Object>(size);
        for (int i = 0; i < size; i++) {
            values.add(BsonValues.read(in));
        }
        return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
