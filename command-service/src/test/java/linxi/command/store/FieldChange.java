package linxi.command.store;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** One field of a stored commit, at any depth, in one way another than it was. */
record FieldChange(String field, String how, Document original, Document changed) {
    /** Whether the form of the document alone gives it away, and hence the name of the field. */
    boolean isOfForm() {
        return how.equals("another type") && !field.equals("_id");
    }

    @Override
    public String toString() {
        return how + " of '" + field + "'";
    }

    /** Leaves out {@code _id}, which has tests of its own. */
    static List<FieldChange> all(Document original) {
        var changes = new ArrayList<FieldChange>();
        collect(original, "", List.of(), original, changes);
        return changes;
    }

    private static void collect(
            Document original, String at, List<Object> path, Document document, List<FieldChange> changes) {
        for (var name : document.keySet()) {
            if (name.equals("_id")) {
                continue;
            }
            var field = at + name;
            var value = document.get(name);
            add(changes, original, field, "absence", path, parent -> parent.remove(name));
            add(changes, original, field, "null", path, parent -> parent.append(name, null));
            add(changes, original, field, "another type", path, parent -> parent.append(name, retyped(value)));
            add(changes, original, field, "flipped bit", path, parent -> parent.append(name, flipped(value)));
            if (value instanceof Document nested) {
                collect(original, field + ".", with(path, name), nested, changes);
            } else if (value instanceof List<?> list && list.getFirst() instanceof Document) {
                for (int i = 0; i < Math.min(list.size(), 2); i++) {
                    collect(
                            original,
                            field + "[" + i + "].",
                            with(with(path, name), i),
                            (Document) list.get(i),
                            changes);
                }
            }
        }
        add(changes, original, at + "paid", "addition", path, parent -> parent.append("paid", true));
        add(changes, original, at, "order", path, parent -> {
            var first = parent.keySet().stream()
                    .filter(name -> !name.equals("_id"))
                    .findFirst()
                    .orElseThrow();
            parent.append(first, parent.remove(first));
        });
    }

    private static void add(
            List<FieldChange> changes,
            Document original,
            String field,
            String how,
            List<Object> path,
            Consumer<Document> change) {
        var changed = copy(original);
        Object parent = changed;
        for (var step : path) {
            parent = Objects.requireNonNull(
                    parent instanceof List<?> list ? list.get((Integer) step) : ((Document) parent).get(step));
        }
        change.accept((Document) parent);
        changes.add(new FieldChange(field, how, original, changed));
    }

    private static List<Object> with(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static Object retyped(Object value) {
        return switch (value) {
            case Integer number -> (long) number;
            case Long number -> (double) number;
            case Date date -> date.toInstant().toString();
            case String text -> new Document("$text", text);
            case Document document -> List.of(document);
            case List<?> list -> new Document("0", list.getFirst());
            default -> "?";
        };
    }

    private static Object flipped(Object value) {
        return switch (value) {
            case Integer number -> number ^ 1;
            case Long number -> number ^ 1;
            case Date date -> Date.from(date.toInstant().plusMillis(1));
            case String text -> (char) (text.charAt(0) ^ 1) + text.substring(1);
            case Document document -> new Document(document).append("key", "k9");
            case List<?> list -> list.reversed().size() > 1 ? new ArrayList<>(list.reversed()) : List.of();
            default -> "?";
        };
    }

    private static Document copy(Document document) {
        return new RawBsonDocument(document, new DocumentCodec()).decode(new DocumentCodec());
    }
}
