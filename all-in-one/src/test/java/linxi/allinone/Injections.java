package linxi.allinone;

import java.util.ArrayList;
import java.util.List;
import linxi.allinone.HostileRequests.Operation;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything evil at every place of a right body where it could do harm, one by one: texts and objects for each string,
 * numbers for each number, keys for each object.
 */
final class Injections {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PLACE = "@@place@@";

    /**
     * One value at one place.
     *
     * @param pointer to the place, which need not be there yet
     * @param json what is to stand there, JSON or nearly so
     */
    record Injection(Operation operation, String pointer, String json) {
        /** The body with it. */
        String into(JsonNode right) {
            var body = right.deepCopy();
            var place = JsonPointer.compile(pointer);
            if (body.at(place.head()) instanceof ArrayNode array) {
                array.set(place.last().getMatchingIndex(), JSON.stringNode(PLACE));
            } else if (body.at(place.head()) instanceof ObjectNode object) {
                object.put(place.last().getMatchingProperty(), PLACE);
            }
            return body.toString().replace("\"" + PLACE + "\"", json);
        }
    }

    private Injections() {}

    /** @param mark stands before each text in a copy of its own, so that it is known again; the bare text is evil, too */
    static List<Injection> of(Operation operation, String mark) {
        var found = new ArrayList<Injection>();
        if (operation.body().isObject()) {
            collect(operation, "", operation.body(), mark, found);
        }
        return found;
    }

    private static void collect(
            Operation operation, String pointer, JsonNode node, String mark, List<Injection> found) {
        if (node.isString()) {
            for (var text : Evil.TEXTS) {
                found.add(new Injection(operation, pointer, JSON.writeValueAsString(text)));
                found.add(new Injection(operation, pointer, JSON.writeValueAsString(mark + text)));
            }
            Evil.OBJECTS.forEach(json -> found.add(new Injection(operation, pointer, json)));
        } else if (node.isNumber()) {
            Evil.NUMBERS.forEach(json -> found.add(new Injection(operation, pointer, json)));
        } else if (node.isObject()) {
            Evil.KEYS.forEach(key -> found.add(new Injection(operation, pointer + "/" + key, "1")));
            node.forEachEntry((name, value) -> collect(operation, pointer + "/" + name, value, mark, found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(operation, pointer + "/" + i, node.get(i), mark, found);
            }
        }
    }
}
