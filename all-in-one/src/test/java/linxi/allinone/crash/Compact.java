package linxi.allinone.crash;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An agreement in the books, version by version. */
final class Compact {
    private final JsonNode published;
    private final List<ObjectNode> versions = new ArrayList<>();
    private final ObjectNode answer;

    Compact(JsonNode data) {
        published = data;
        answer = Registry.copy(data, "validTo", "at");
        answer.set("id", data.get("agreement"));
        versions.add(Registry.copy(data, "validFrom", "paths", "members", "at").put("version", 1));
    }

    /** Without a word on members they stay as they were. */
    void amended(JsonNode data) {
        var version = Registry.copy(data, "version", "validFrom", "paths", "members", "at");
        if (version.get("version").intValue() != versions.size() + 1) {
            throw new AssertionError("version " + (versions.size() + 1) + " is next: " + data);
        }
        if (version.get("members").isNull()) {
            version.set("members", versions.getLast().get("members"));
        }
        versions.add(version);
    }

    void ended(JsonNode data) {
        answer.set("validTo", data.get("validTo"));
    }

    JsonNode answer(Registry names, boolean withMembers) {
        var told = answer.deepCopy();
        told.set("origin", names.party(published.get("origin").asString()));
        var products = told.putArray("products");
        published.get("products").forEach(product -> products.add(names.product(product.asString())));
        var all = told.putArray("versions");
        for (var version : versions) {
            var one = version.deepCopy();
            if (!withMembers) {
                one.remove("members");
            }
            all.add(one);
        }
        var newest = all.get(versions.size() - 1);
        for (var field : List.of("version", "validFrom", "paths", "members")) {
            if (newest.has(field)) {
                told.set(field, newest.get(field));
            }
        }
        return told;
    }
}
