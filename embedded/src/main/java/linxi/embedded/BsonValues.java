package linxi.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/** The file's form of what the server keeps: a type byte and BSON, a tenth of the time and size of Java's own form. */
final class BsonValues {
    /** No BSON type. What BSON cannot hold was refused to the client, but may not cost the whole file. */
    private static final byte JAVA_OBJECT = 0;

    private static final ObjectDataType OBJECTS = new ObjectDataType();
    private static final int OBJECT_BYTES = 32;

    private BsonValues() {}

    /** Nothing and null are the same to an index, and documents hold no nothing. */
    static byte typeOf(@Nullable Object value) {
        return value instanceof Missing ? BsonConstants.TYPE_NULL : BsonEncoder.determineType(value);
    }

    static void write(WriteBuffer out, @Nullable Object value) {
        if (value instanceof String text) {
            var length = out.put(BsonConstants.TYPE_UTF8_STRING).putVarInt(text.length());
            // H2's form is ASCII's where there is nothing else, but H2 puts one character at a time.
            var _ = isAscii(text)
                    ? length.put(text.getBytes(StandardCharsets.US_ASCII))
                    : length.putStringData(text, text.length());
            return;
        }
        try {
            byte type = typeOf(value);
            var bytes = encoded(type, value);
            out.put(type).put(bytes.array(), bytes.arrayOffset(), bytes.readableBytes());
        } catch (RuntimeException e) {
            OBJECTS.write(out.put(JAVA_OBJECT), value);
        }
    }

    static @Nullable Object read(ByteBuffer in) {
        byte type = in.get();
        if (type == BsonConstants.TYPE_UTF8_STRING) {
            return readText(in);
        }
        if (type == JAVA_OBJECT) {
            return OBJECTS.read(in);
        }
        var bytes = Unpooled.wrappedBuffer(in);
        var value = BsonDecoder.decodeValue(type, bytes);
        in.position(in.position() + bytes.readerIndex());
        return value;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String readText(ByteBuffer in) {
        int start = in.position();
        int length = DataUtils.readVarInt(in);
        if (length <= in.remaining()) {
            var bytes = new byte[length];
            in.get(bytes);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (isAscii(text)) {
                return text;
            }
        }
        in.position(start);
        return DataUtils.readString(in);
    }

    /** @throws IllegalArgumentException where BSON has no such type, or where the decoder would refuse the length */
    static ByteBuf encoded(byte type, @Nullable Object value) {
        var bytes = Unpooled.buffer();
        BsonEncoder.encodeValue(type, value, bytes);
        if (bytes.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new IllegalArgumentException(bytes.readableBytes() + " bytes");
        }
        return bytes;
    }

    /** About what it takes of the heap, in bytes; the store makes its pages by it. */
    static int memory(@Nullable Object value) {
        return switch (value) {
            case String text -> OBJECT_BYTES + text.length();
            case BinData binary -> OBJECT_BYTES + binary.getData().length;
            case Collection<?> list ->
                OBJECT_BYTES + list.stream().mapToInt(BsonValues::memory).sum();
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .mapToInt(field -> memory(field.getKey()) + memory(field.getValue()))
                        .reduce(OBJECT_BYTES, Integer::sum);
            case null, default -> OBJECT_BYTES;
        };
    }
}
