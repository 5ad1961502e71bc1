package linxi.allinone;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linxi.allinone.HostileRequests.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which commands, by the examples of the description, bring a thing into the state in which another command on it is
 * right. What belongs together has one id of this story, so that stories told at once do not meet.
 */
final class HostileStory {
    private static final String SHIPMENT = "/api/shipments/{id}/";
    private static final String SETTLEMENT = "/api/settlements/{id}/";

    /** What comes before; where nothing does, a new id is all it takes. */
    private static final Map<String, String> BEFORE = Map.ofEntries(
            entry("/api/parties/{id}/suspension", "/api/parties"),
            entry("/api/households/{id}/status", "/api/households"),
            entry("/api/agreements", "/api/products"),
            entry("/api/agreements/{id}/versions", "/api/agreements"),
            entry("/api/agreements/{id}/end", "/api/agreements"),
            entry("/api/lots", "/api/products"),
            entry("/api/lots/{id}/hold", "/api/lots"),
            entry("/api/lots/{id}/release", "/api/lots/{id}/hold"),
            entry("/api/shipments", "/api/lots"),
            entry(SHIPMENT + "cancellation", "/api/shipments"),
            entry(SHIPMENT + "dispatch", "/api/shipments"),
            entry(SHIPMENT + "arrival", SHIPMENT + "dispatch"),
            entry(SHIPMENT + "loss", SHIPMENT + "dispatch"),
            entry(SHIPMENT + "rejection", SHIPMENT + "dispatch"),
            entry(SHIPMENT + "receipts", SHIPMENT + "dispatch"),
            entry(SHIPMENT + "receipt-corrections", SHIPMENT + "receipts"),
            entry(SHIPMENT + "return-receipt", SHIPMENT + "receipts"),
            entry(SHIPMENT + "discrepancy-dispute", SHIPMENT + "receipts"),
            entry(SHIPMENT + "discrepancy-agreement", SHIPMENT + "receipts"),
            entry("/api/settlements/preview", SHIPMENT + "receipts"),
            entry("/api/settlements", SHIPMENT + "receipts"),
            entry(SETTLEMENT + "agreement", "/api/settlements"),
            entry(SETTLEMENT + "payment", SETTLEMENT + "agreement"),
            entry(SETTLEMENT + "returns", SETTLEMENT + "agreement"),
            entry(SETTLEMENT + "reversal", "/api/settlements"));

    private static final Set<String> BY_THE_MARKET = Set.of(
            SHIPMENT + "arrival",
            SHIPMENT + "rejection",
            SHIPMENT + "receipts",
            SHIPMENT + "receipt-corrections",
            SETTLEMENT + "agreement",
            SETTLEMENT + "payment",
            SETTLEMENT + "returns");

    /** Of the examples, where they stand for what the story has its own of. */
    private static final Set<String> IDS = Set.of("tomato", "A1", "T1", "S1", "ST0", "ST1");

    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, String> ready = new HashMap<>();
    private final String prefix;
    private int count;

    HostileStory(String prefix, List<Operation> operations) {
        this.prefix = prefix;
        operations.stream()
                .filter(operation -> operation.body().isObject())
                .forEach(operation -> this.operations.put(operation.path(), operation));
    }

    /** Sends a command that must be right. */
    interface Teller {
        void tell(HostileRequests.Request right);
    }

    /** The id of a thing on which the command is right; the same one until it was {@link #recorded}. */
    String ready(String path, Teller teller) {
        var known = ready.get(path);
        if (known != null) {
            return known;
        }
        var id = prepared(path, teller);
        ready.put(path, id);
        return id;
    }

    /** The thing has left its state; the next one will be another. */
    void recorded(String path) {
        ready.remove(path);
    }

    private String prepared(String path, Teller teller) {
        var before = BEFORE.get(path);
        if (before == null) {
            return prefix + count++;
        }
        var id = prepared(before, teller);
        teller.tell(request(before, id, body(before, id).toString()));
        return id;
    }

    /** The example, with the ids of the story. */
    JsonNode body(String path, String id) {
        var operation = operations.get(path);
        if (operation == null) {
            throw new AssertionError("not described: " + path);
        }
        var body = withIds(operation.body(), id);
        return body instanceof ObjectNode object && !path.contains("{id}") && object.has("id")
                ? object.put("id", id)
                : body;
    }

    HostileRequests.Request request(String path, String id, String body) {
        var head = "POST " + path.replace("{id}", id) + " HTTP/1.1\r\nHost: localhost\r\nX-Party: "
                + (BY_THE_MARKET.contains(path) ? "xinfadi" : "dakang") + "\r\nContent-Type: application/json\r\n";
        return HostileRequests.Request.of(head, body);
    }

    private static JsonNode withIds(@Nullable JsonNode node, String id) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((name, value) -> copy.set(name, withIds(value, id)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(value -> copy.add(withIds(value, id)));
                yield copy;
            }
            case JsonNode leaf
            when leaf.isString() && IDS.contains(leaf.stringValue()) -> JsonNodeFactory.instance.stringNode(id);
            case JsonNode leaf -> leaf;
            case null -> throw new AssertionError("no example");
        };
    }
}
