package linxi.command.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import linxi.events.wire.Envelope;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A commit as its document.
 *
 * @param first position of its first event, the document's {@code _id}
 * @param id given by its sender, random: tells a commit from its twin when an answer of the server got lost
 * @param hash of the commit before it and everything here
 */
record StoredCommit(
        long first,
        String id,
        Instant recordedAt,
        @Nullable String by,
        @Nullable String correlation,
        @Nullable CommandRecord command,
        List<StoredEvent> events,
        String hash) {

    long last() {
        return first + events.size() - 1;
    }

    List<String> keys() {
        return keys(events, command);
    }

    static List<String> keys(List<StoredEvent> events, @Nullable CommandRecord command) {
        var keys = new ArrayList<String>(events.size() + 1);
        events.forEach(event -> keys.add(event.storeKey()));
        if (command != null) {
            keys.add(commandKey(command.key()));
        }
        return keys;
    }

    static String commandKey(String idempotencyKey) {
        return "command/" + idempotencyKey;
    }

    StoredCommit withHash(String computed) {
        return new StoredCommit(first, id, recordedAt, by, correlation, command, events, computed);
    }

    Envelope envelope(int index) {
        var event = events.get(index);
        return new Envelope(
                first + index,
                event.name(),
                event.version(),
                event.aggregate(),
                event.sequence(),
                event.at(),
                recordedAt,
                by,
                correlation,
                event.key(),
                event.data());
    }

    /** Absent fields are left out, so that a document has one form only. */
    Document toDocument() {
        var document = new Document("_id", first)
                .append("n", events.size())
                .append("id", id)
                .append("keys", keys())
                .append("recordedAt", Date.from(recordedAt));
        if (by != null) {
            document.append("by", by);
        }
        if (correlation != null) {
            document.append("correlation", correlation);
        }
        if (command != null) {
            document.append("command", toDocument(command));
        }
        return document.append(
                        "events", events.stream().map(StoredEvent::toDocument).toList())
                .append("hash", hash);
    }

    static StoredCommit from(Document document) {
        return new StoredCommit(
                document.getLong("_id"),
                document.getString("id"),
                document.getDate("recordedAt").toInstant(),
                document.getString("by"),
                document.getString("correlation"),
                command(document),
                document.getList("events", Document.class).stream()
                        .map(StoredEvent::from)
                        .toList(),
                document.getString("hash"));
    }

    static @Nullable CommandRecord command(Document document) {
        var command = document.get("command", Document.class);
        return command == null
                ? null
                : new CommandRecord(
                        command.getString("key"),
                        command.getString("request"),
                        command.getInteger("status"),
                        command.getString("location"),
                        command.getString("id"));
    }

    private static Document toDocument(CommandRecord command) {
        return new Document("key", command.key())
                .append("request", command.request())
                .append("status", command.status())
                .append("location", command.location())
                .append("id", command.id());
    }
}
