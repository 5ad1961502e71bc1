package linxi.command.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares what is described of one body with what its form reads: the example is sent, and then with one thing changed
 * to the last value that is described as right and to the first one that is described as wrong, as nobody. So what is
 * right in form is refused for that alone.
 */
final class FormCheck {
    /** @param asked the fields that the form asked for */
    record Verdict(String rule, List<String> fields, Set<String> asked) {
        boolean right() {
            return rule.equals("NO_ACTING_PARTY");
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiDocument document;
    private final String path;
    private final BiFunction<String, JsonNode, Verdict> send;
    private final JsonNode example;
    private final Set<String> expected = new TreeSet<>();
    private final Set<String> unseen = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();
    private final List<String> differences = new ArrayList<>();

    FormCheck(ApiDocument document, String path, BiFunction<String, JsonNode, Verdict> send) {
        this.document = document;
        this.path = path;
        this.send = send;
        this.example = document.body(path).path("example");
    }

    List<String> differences() {
        var verdict = send.apply(path, example);
        if (!verdict.right()) {
            return List.of(path + ": the example is refused: " + verdict);
        }
        walk(document.body(path), "");
        unseen.removeAll(seen);
        unseen.forEach(field -> differences.add(path + ": not in the example: " + field));
        if (!expected.equals(verdict.asked())) {
            differences.add(path + ": described " + expected + ", read " + verdict.asked());
        }
        return differences;
    }

    private void walk(JsonNode described, String at) {
        var schema = document.resolved(described);
        wrongType(schema, at);
        switch (schema.path("type").asString("")) {
            case "object" -> object(schema, at);
            case "array" -> array(schema, at);
            case "string" -> text(schema, at);
            case "number", "integer" -> number(schema, at);
            case "boolean" -> right(at, JSON.booleanNode(false));
            default -> differences.add(path + ": no type at " + at);
        }
    }

    private void wrongType(JsonNode schema, String at) {
        if (!at.isEmpty()) {
            var other = schema.path("type").asString("").equals("string") ? JSON.numberNode(7) : JSON.stringNode("7");
            wrong(at, other);
        }
    }

    private void object(JsonNode schema, String at) {
        var here = (ObjectNode) valueAt(example, at);
        if (schema.path("additionalProperties").isObject()) {
            map(schema, here, at);
            return;
        }
        var required = new TreeSet<String>();
        schema.path("required").forEach(name -> required.add(name.stringValue()));
        schema.path("properties").forEachEntry((name, property) -> {
            var field = at.isEmpty() ? name : at + "." + name;
            expected.add(field);
            unseen.add(field.replaceAll("\\[\\d+]", ""));
            if (!here.has(name)) {
                return;
            }
            seen.add(field.replaceAll("\\[\\d+]", ""));
            if (required.contains(name)) {
                changed(false, field, object -> object.remove(name), at);
            } else if (!schema.path("dependentRequired").has(name)) {
                changed(true, field, object -> object.remove(name), at);
            }
            walk(property, field);
        });
        changed(false, (at.isEmpty() ? "" : at + ".") + "surprise", object -> object.put("surprise", 1), at);
    }

    private void map(JsonNode schema, ObjectNode here, String at) {
        changed(
                false,
                at + ".no name",
                object -> object.set("no name", here.values().iterator().next().deepCopy()),
                at);
        here.propertyNames().forEach(name -> {
            expected.add(at + "." + name);
            walk(schema.path("additionalProperties"), at + "." + name);
        });
        int most = schema.path("maxProperties").asInt(0);
        if (most > 0) {
            for (int size : new int[] {most, most + 1}) {
                var many = JSON.objectNode();
                for (int i = 0; i < size; i++) {
                    many.put("H" + i, 1);
                }
                check(size == most, at, many);
            }
        }
    }

    private void array(JsonNode schema, String at) {
        var here = (ArrayNode) valueAt(example, at);
        for (int i = 0; i < here.size(); i++) {
            var item = at + "[" + i + "]";
            if (document.resolved(schema.path("items"))
                    .path("type")
                    .asString("")
                    .equals("object")) {
                walk(schema.path("items"), item);
            } else {
                wrong(item, JSON.numberNode(7));
                wrong(item, JSON.stringNode("a b"));
            }
        }
        check(schema.path("minItems").asInt(0) == 0, at, JSON.arrayNode());
        int most = schema.path("maxItems").asInt(0);
        for (int size : new int[] {most, most + 1}) {
            var many = JSON.arrayNode();
            for (int i = 0; i < size; i++) {
                many.add(here.get(0));
            }
            var fields = send.apply(path, with(at, many)).fields();
            if (fields.contains(at) == (size == most)) {
                differences.add(path + ": " + size + " items at " + at);
            }
        }
        if (schema.path("uniqueItems").asBoolean(false)) {
            wrong(at, JSON.arrayNode().add(here.get(0)).add(here.get(0)));
        }
    }

    private void text(JsonNode schema, String at) {
        if (schema.has("enum")) {
            schema.path("enum").forEach(value -> choice(at, value));
            wrong(at, JSON.stringNode("MOON"));
        } else if (schema.has("pattern")) {
            wrong(at, JSON.stringNode("a b"));
        } else if (schema.path("format").asString("").equals("date")) {
            wrong(at, JSON.stringNode("2020-02-30"));
        } else if (schema.path("format").asString("").equals("date-time")) {
            wrong(at, JSON.stringNode("2020-05-01T08:00:00"));
            wrong(at, JSON.stringNode("2220-05-01T08:00:00Z"));
        } else {
            int most = schema.path("maxLength").asInt(0);
            right(at, JSON.stringNode("西".repeat(most)));
            wrong(at, JSON.stringNode("西".repeat(most + 1)));
            wrong(at, JSON.stringNode(""));
            wrong(at, JSON.stringNode("a\u0000b"));
        }
    }

    private void number(JsonNode schema, String at) {
        boolean whole = schema.path("type").asString("").equals("integer");
        long most = schema.path("maximum").asLong(0);
        right(at, JSON.numberNode(most));
        wrong(at, JSON.numberNode(most + 1));
        check(!whole, at, JSON.numberNode(1.5));
        if (schema.has("exclusiveMinimum")) {
            wrong(at, JSON.numberNode(schema.path("exclusiveMinimum").asLong(0)));
        } else {
            right(at, JSON.numberNode(schema.path("minimum").asLong(0)));
            wrong(at, JSON.numberNode(schema.path("minimum").asLong(0) - 1));
        }
    }

    private void right(String at, JsonNode value) {
        check(true, at, value);
    }

    /** Which may stand in another item of the example already. */
    private void choice(String at, JsonNode value) {
        if (!send.apply(path, with(at, value)).rule().equals("NAMED_TWICE")) {
            right(at, value);
        }
    }

    private void wrong(String at, JsonNode value) {
        check(false, at, value);
    }

    private void check(boolean right, String at, JsonNode value) {
        judge(right, at, with(at, value), value);
    }

    /** @param parent where the object lies that the change changes */
    private void changed(boolean right, String at, Consumer<ObjectNode> change, String parent) {
        var body = example.deepCopy();
        change.accept((ObjectNode) valueAt(body, parent));
        judge(right, at, body, JSON.stringNode("changed"));
    }

    private void judge(boolean right, String at, JsonNode body, JsonNode value) {
        var verdict = send.apply(path, body);
        boolean held = right ? verdict.right() : verdict.fields().stream().anyMatch(field -> field.startsWith(at));
        if (!held) {
            var text = value.toString();
            differences.add("%s: %s at %s should be %s, but: %s %s"
                    .formatted(
                            path,
                            text.length() > 40 ? text.length() + " characters" : text,
                            at,
                            right ? "right" : "refused",
                            verdict.rule(),
                            verdict.fields()));
        }
    }

    private JsonNode with(String at, JsonNode value) {
        var body = example.deepCopy();
        int dot = at.lastIndexOf('.');
        var parent = valueAt(body, dot < 0 ? "" : at.substring(0, dot));
        var last = at.substring(dot + 1);
        if (last.endsWith("]")) {
            var list = (ArrayNode) parent.path(last.substring(0, last.indexOf('[')));
            list.set(index(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        return body;
    }

    private static JsonNode valueAt(JsonNode body, String at) {
        var value = body;
        for (var step : at.isEmpty() ? new String[0] : at.split("\\.", -1)) {
            value = value.path(step.replaceAll("\\[.*", ""));
            if (step.endsWith("]")) {
                value = value.path(index(step));
            }
        }
        return value;
    }

    private static int index(String step) {
        return Integer.parseInt(step.substring(step.indexOf('[') + 1, step.length() - 1));
    }
}
