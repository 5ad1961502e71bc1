package linxi.allinone.crash;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Parties, products, households and agreements as answered, whole, against the books. */
final class RegistryComparison {
    private final Wire wire;
    private final Registry registry;
    private final Comparison.Same same;

    RegistryComparison(Wire wire, Registry registry, Comparison.Same same) {
        this.wire = wire;
        this.registry = registry;
        this.same = same;
    }

    void run() {
        list("parties", registry.parties());
        list("products", registry.products());
        list("households", registry.households(LocalDate.now(Books.LINXI)));
        list("agreements", registry.agreements(false));
        registry.agreements(true)
                .forEach((id, agreement) -> same.check("agreement " + id, wire.get("agreements/" + id), agreement));
    }

    private void list(String path, Map<String, JsonNode> expected) {
        var answered = new TreeMap<String, JsonNode>();
        wire.each(path, item -> {
            if (answered.put(item.get("id").asString(), item) != null) {
                throw new AssertionError("twice in " + path + ": " + item);
            }
        });
        same.check("ids of " + path, answered.keySet(), expected.keySet());
        expected.forEach((id, one) ->
                same.check("one of " + path + ": " + id, answered.getOrDefault(id, NullNode.getInstance()), one));
    }
}
