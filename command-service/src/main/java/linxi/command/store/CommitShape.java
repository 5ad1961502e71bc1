package linxi.command.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Names the field that makes a document another than the commit it should be. */
final class CommitShape {
    private static final Map<String, Class<?>> COMMIT = Map.of(
            "_id", Long.class,
            "n", Integer.class,
            "id", String.class,
            "keys", List.class,
            "recordedAt", Date.class,
            "by", String.class,
            "correlation", String.class,
            "command", Document.class,
            "events", List.class,
            "hash", String.class);
    private static final Set<String> OPTIONAL = Set.of("by", "correlation", "command");
    private static final Map<String, Class<?>> COMMAND = Map.of(
            "key", String.class,
            "request", String.class,
            "status", Integer.class,
            "location", String.class,
            "id", String.class);
    private static final Map<String, Class<?>> EVENT = Map.of(
            "name", String.class,
            "version", Integer.class,
            "aggregate", String.class,
            "sequence", Long.class,
            "at", String.class,
            "key", String.class,
            "data", String.class);

    private CommitShape() {}

    /** Why a document cannot be read as a commit; null if it can. */
    static @Nullable String fault(Document document) {
        var fault = fault("", document, COMMIT);
        if (fault == null && document.get("command") instanceof Document command) {
            fault = fault("command.", command, COMMAND);
        }
        if (fault == null && document.get("events") instanceof List<?> events) {
            if (events.isEmpty()) {
                return "'events' is empty";
            }
            for (int i = 0; i < events.size() && fault == null; i++) {
                fault = eventFault("events[" + i + "]", events.get(i));
            }
        }
        return fault;
    }

    private static @Nullable String eventFault(String path, @Nullable Object event) {
        if (!(event instanceof Document document)) {
            return "'" + path + "' has another type";
        }
        var fault = fault(path + ".", document, EVENT);
        return fault == null && !isTime(document.getString("at")) ? "'" + path + ".at' is no time" : fault;
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static @Nullable String fault(String path, Document document, Map<String, Class<?>> fields) {
        for (var field : fields.entrySet()) {
            var value = document.get(field.getKey());
            if (value == null) {
                if (!OPTIONAL.contains(field.getKey()) || document.containsKey(field.getKey())) {
                    return "'" + path + field.getKey() + "' is missing";
                }
            } else if (!field.getValue().isInstance(value)) {
                return "'" + path + field.getKey() + "' has another type";
            }
        }
        return null;
    }

    /** Where a document differs from the one that the commit read from it would be written as. */
    static String difference(Document stored, Document written) {
        var path = path("", stored, written);
        return path == null ? "its fields are written in another way" : "'" + path + "' is not as it was written";
    }

    private static @Nullable String path(String at, @Nullable Object stored, @Nullable Object written) {
        if (stored instanceof Document one && written instanceof Document other) {
            return pathInDocument(at, one, other);
        }
        if (stored instanceof List<?> one && written instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                var path = path(at + "[" + i + "]", one.get(i), other.get(i));
                if (path != null) {
                    return path;
                }
            }
            return null;
        }
        return Objects.equals(stored, written) ? null : at;
    }

    private static @Nullable String pathInDocument(String at, Document stored, Document written) {
        var fields = new ArrayList<>(stored.keySet());
        fields.addAll(written.keySet());
        for (var field : fields) {
            var below = at.isEmpty() ? field : at + "." + field;
            if (stored.containsKey(field) != written.containsKey(field)) {
                return below;
            }
            var path = path(below, stored.get(field), written.get(field));
            if (path != null) {
                return path;
            }
        }
        return null;
    }
}
