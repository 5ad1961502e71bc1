package linxi.query.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Every field of a document that holds a value, each changed by the smallest step. */
final class Leaves {
    /** A document with one field changed. */
    record Changed(String field, BsonDocument document) {}

    private final BsonDocument original;
    private final List<Changed> changed = new ArrayList<>();

    private Leaves(BsonDocument original) {
        this.original = original;
    }

    static List<Changed> changed(BsonDocument original, Set<String> except) {
        var leaves = new Leaves(original);
        for (var name : original.keySet()) {
            if (!except.contains(name)) {
                leaves.walk(name, new ArrayList<>(List.of(name)), original.get(name));
            }
        }
        return leaves.changed;
    }

    private void walk(String path, List<Object> steps, BsonValue value) {
        switch (value.getBsonType()) {
            case DOCUMENT ->
                value.asDocument().forEach((name, field) -> walk(path + "." + name, with(steps, name), field));
            case ARRAY -> {
                for (int i = 0; i < value.asArray().size(); i++) {
                    walk(path + "[" + i + "]", with(steps, i), value.asArray().get(i));
                }
            }
            default -> changed.add(new Changed(path, set(original.clone(), steps, other(value))));
        }
    }

    private static List<Object> with(List<Object> steps, Object step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    private static BsonDocument set(BsonDocument root, List<Object> steps, BsonValue value) {
        BsonValue at = root;
        for (var step : steps.subList(0, steps.size() - 1)) {
            at = Objects.requireNonNull(
                    step instanceof Integer i
                            ? at.asArray().get(i)
                            : at.asDocument().get(step));
        }
        if (steps.getLast() instanceof Integer i) {
            at.asArray().set(i, value);
        } else {
            at.asDocument().put((String) steps.getLast(), value);
        }
        return root;
    }

    private static BsonValue other(BsonValue value) {
        return switch (value.getBsonType()) {
            case INT64 -> new BsonInt64(value.asInt64().getValue() + 1);
            case BOOLEAN -> BsonBoolean.valueOf(!value.asBoolean().getValue());
            case STRING -> new BsonString(value.asString().getValue() + "0");
            case NULL -> new BsonInt64(0);
            default -> throw new IllegalArgumentException("a document holds " + value);
        };
    }
}
