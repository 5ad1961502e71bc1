package linxi.events.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import linxi.events.Event;
import linxi.events.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One event of the log as it rests in the store and travels to Kafka. {@code data} is the event's JSON as it was
 * written, never parsed on the way.
 *
 * @param position in the whole log, from 1, without gaps
 * @param aggregate the stream, such as {@code lot/T1}
 * @param sequence in the stream, from 0, without gaps
 * @param at business time
 * @param recordedAt record time
 * @param by the acting party; null for the very first registration
 * @param correlation ties it to the request that caused it
 * @param key the Kafka key
 */
public record Envelope(
        long position,
        String name,
        int version,
        String aggregate,
        long sequence,
        Instant at,
        Instant recordedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String by,
        @Nullable String correlation,
        String key,
        @JsonRawValue String data) {

    public StreamId stream() {
        return StreamId.parse(aggregate);
    }

    /** @throws UnreadableEvent where {@code data} is nothing this program knows */
    public Event event() {
        return EventJson.read(name, version, data);
    }

    /** One line of JSON, without a line break. */
    public byte[] toJson() {
        return EventJson.mapper().writeValueAsBytes(this);
    }

    /** @throws UnreadableEvent where the bytes are no envelope */
    public static Envelope fromJson(byte[] json) {
        try {
            var node = EventJson.mapper().readTree(json);
            return new Envelope(
                    need(node, "position").longValue(),
                    need(node, "name").stringValue(),
                    need(node, "version").intValue(),
                    need(node, "aggregate").stringValue(),
                    need(node, "sequence").longValue(),
                    Instant.parse(need(node, "at").stringValue()),
                    Instant.parse(need(node, "recordedAt").stringValue()),
                    text(node, "by"),
                    text(node, "correlation"),
                    need(node, "key").stringValue(),
                    EventJson.mapper().writeValueAsString(need(node, "data")));
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new UnreadableEvent("not an envelope", e);
        }
    }

    private static JsonNode need(JsonNode node, String field) {
        var value = node.get(field);
        if (value == null || value.isNull()) {
            throw new UnreadableEvent("an envelope without '" + field + "'", null);
        }
        return value;
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.get(field);
        return value == null || value.isNull() ? null : value.stringValue();
    }
}
