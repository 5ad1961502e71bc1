package linxi.command.relay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a record say, numbers as decimal strings.
 *
 * @param previous position of the record before it in its partition, 0 for the first
 * @param aggregate the event's stream, so that a value that cannot be read still says which document it was for
 */
record Mark(long position, long previous, String aggregate) {
    private static final String POSITION = "position";
    private static final String PREVIOUS = "previous";
    private static final String AGGREGATE = "aggregate";

    Iterable<Header> headers() {
        return List.of(
                header(POSITION, Long.toString(position)),
                header(PREVIOUS, Long.toString(previous)),
                header(AGGREGATE, aggregate));
    }

    /** @return null where somebody else wrote the record */
    static @Nullable Mark of(Headers headers) {
        var position = headers.lastHeader(POSITION);
        var previous = headers.lastHeader(PREVIOUS);
        var aggregate = headers.lastHeader(AGGREGATE);
        try {
            return position == null || previous == null || aggregate == null
                    ? null
                    : new Mark(number(position), number(previous), text(aggregate));
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.US_ASCII));
    }

    private static long number(Header header) {
        return Long.parseLong(text(header));
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.US_ASCII);
    }
}
