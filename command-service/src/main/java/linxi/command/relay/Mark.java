package linxi.command.relay;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a record say, as decimal strings.
 *
 * @param previous position of the record before it in its partition, 0 for the first
 */
record Mark(long position, long previous) {
    private static final String POSITION = "position";
    private static final String PREVIOUS = "previous";

    Iterable<Header> headers() {
        return java.util.List.of(header(POSITION, position), header(PREVIOUS, previous));
    }

    /** @return null where somebody else wrote the record */
    static @Nullable Mark of(Headers headers) {
        var position = headers.lastHeader(POSITION);
        var previous = headers.lastHeader(PREVIOUS);
        return position == null || previous == null ? null : new Mark(number(position), number(previous));
    }

    private static Header header(String name, long value) {
        return new RecordHeader(name, Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    }

    private static long number(Header header) {
        return Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
    }
}
