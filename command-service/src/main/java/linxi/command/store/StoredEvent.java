package linxi.command.store;

import java.time.Instant;
import linxi.events.wire.EventJson;
import linxi.events.wire.EventType;
import org.bson.Document;

/** One event inside a commit's document. */
record StoredEvent(String name, int version, String aggregate, long sequence, Instant at, String key, String data) {

    static StoredEvent of(NewEvent recorded) {
        var event = recorded.event();
        var type = EventType.of(event);
        return new StoredEvent(
                type.name(),
                type.version(),
                event.stream().toString(),
                recorded.sequence(),
                event.at(),
                event.key(),
                EventJson.write(event));
    }

    static StoredEvent from(Document document) {
        return new StoredEvent(
                document.getString("name"),
                document.getInteger("version"),
                document.getString("aggregate"),
                document.getLong("sequence"),
                Instant.parse(document.getString("at")),
                document.getString("key"),
                document.getString("data"));
    }

    /** {@code at} is text, because a BSON date would cut it to milliseconds. */
    Document toDocument() {
        return new Document("name", name)
                .append("version", version)
                .append("aggregate", aggregate)
                .append("sequence", sequence)
                .append("at", at.toString())
                .append("key", key)
                .append("data", data);
    }

    /** The place of the event before it in its stream. */
    String storeKeyBefore() {
        return storeKey(aggregate, sequence - 1);
    }

    String storeKey() {
        return storeKey(aggregate, sequence);
    }

    /** The entry of the unique index that stands for one place in one stream, such as {@code lot/T1#000003}. */
    static String storeKey(String aggregate, long sequence) {
        var digits = Long.toString(sequence);
        return aggregate + '#' + (digits.length() < 6 ? "0".repeat(6 - digits.length()) : "") + digits;
    }
}
