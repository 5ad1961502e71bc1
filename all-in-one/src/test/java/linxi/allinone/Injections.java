package linxi.allinone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import linxi.allinone.HostileRequests.Operation;
import linxi.allinone.HostileRequests.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Each text in each string field of a right body, one by one. */
final class Injections {
    private Injections() {}

    static List<Request> into(Operation operation, List<String> texts, String mark) {
        var requests = new ArrayList<Request>();
        var head = operation.method() + " " + operation.path().replace("{id}", "dakang")
                + " HTTP/1.1\r\nHost: localhost\r\nX-Party: dakang\r\nContent-Type: application/json\r\n";
        for (var text : texts) {
            for (var body : withText(operation.body(), mark + text)) {
                var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
                requests.add(new Request(head, new String(bytes, StandardCharsets.ISO_8859_1)));
            }
        }
        return requests;
    }

    /** As many copies as there are strings in it, each with another one replaced. */
    private static List<JsonNode> withText(JsonNode node, String text) {
        var copies = new ArrayList<JsonNode>();
        if (node.isString()) {
            copies.add(JsonNodeFactory.instance.stringNode(text));
        } else if (node instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> withText(value, text)
                    .forEach(changed -> copies.add(object.deepCopy().set(name, changed))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                withText(array.get(i), text).forEach(changed -> {
                    var copy = array.deepCopy();
                    copy.set(index, changed);
                    copies.add(copy);
                });
            }
        }
        return copies;
    }
}
