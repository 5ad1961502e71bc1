package linxi.allinone.crash;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Parties, products, households and agreements in the books, each as the service has to answer it, to the last field. */
final class Registry {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, JsonNode> parties = new TreeMap<>();
    private final Map<String, JsonNode> products = new TreeMap<>();
    private final Map<String, JsonNode> households = new TreeMap<>();
    private final Map<String, Spells> spells = new TreeMap<>();
    private final Map<String, Compact> agreements = new TreeMap<>();

    void party(String name, JsonNode data) {
        var id = data.get("party").asString();
        if (name.equals("party-suspended")) {
            ((ObjectNode) Books.need(parties, id)).put("suspended", true).set("suspension", data.get("reason"));
            return;
        }
        only("party-registered", name);
        var party = copy(data, "kind", "name", "region", "district", "at").put("id", id);
        parties.put(id, party.put("suspended", false));
    }

    void product(String name, JsonNode data) {
        only("product-defined", name);
        var id = data.get("product").asString();
        products.put(
                id,
                copy(data, "kind", "name", "brand", "baseUnit", "packs", "at").put("id", id));
    }

    void household(String name, JsonNode data) {
        var id = data.get("household").asString();
        if (name.equals("household-status-changed")) {
            Books.need(spells, id).add(data);
            return;
        }
        only("household-registered", name);
        households.put(id, copy(data, "village", "at").put("id", id));
        spells.put(id, new Spells());
    }

    void agreement(String name, JsonNode data) {
        var id = data.get("agreement").asString();
        switch (name) {
            case "agreement-published" -> agreements.put(id, new Compact(data));
            case "agreement-amended" -> Books.need(agreements, id).amended(data);
            case "agreement-ended" -> Books.need(agreements, id).ended(data);
            default -> throw new AssertionError("unknown to the books: " + name);
        }
    }

    private static void only(String expected, String name) {
        if (!name.equals(expected)) {
            throw new AssertionError("unknown to the books: " + name);
        }
    }

    /** What is not there is null. */
    static ObjectNode copy(JsonNode data, String... names) {
        var copy = JSON.createObjectNode();
        for (var name : names) {
            copy.set(name, data.has(name) ? data.get(name) : JSON.nullNode());
        }
        return copy;
    }

    Map<String, JsonNode> parties() {
        return parties;
    }

    Map<String, JsonNode> products() {
        return products;
    }

    /** As answered on that day. */
    Map<String, JsonNode> households(LocalDate today) {
        var answers = new TreeMap<String, JsonNode>();
        households.forEach((id, household) -> {
            var answer = (ObjectNode) household.deepCopy();
            answer.set("village", named(parties, household.get("village").asString()));
            Books.need(spells, id).tell(answer, today);
            answers.put(id, answer);
        });
        return answers;
    }

    Map<String, JsonNode> agreements(boolean withMembers) {
        var answers = new TreeMap<String, JsonNode>();
        agreements.forEach((id, agreement) -> answers.put(id, agreement.answer(this, withMembers)));
        return answers;
    }

    JsonNode party(String id) {
        return named(parties, id);
    }

    JsonNode product(String id) {
        return named(products, id);
    }

    private static JsonNode named(Map<String, JsonNode> of, String id) {
        var known = of.get(id);
        var named = JSON.createObjectNode().put("id", id);
        named.set("name", known == null ? JSON.nullNode() : known.get("name"));
        return named;
    }

    String village(String household) {
        return Books.need(households, household).get("village").asString();
    }

    /** By all that is known now. */
    String status(String household, Instant at) {
        return Books.need(spells, household).on(LocalDate.ofInstant(at, Books.LINXI));
    }
}
