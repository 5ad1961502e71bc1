package linxi.allinone.crash;

import java.time.LocalDate;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The status of a household in the books, by the first day of each spell. */
final class Spells {
    static final String UNKNOWN = "UNKNOWN";

    private final TreeMap<LocalDate, ObjectNode> spells = new TreeMap<>();

    /** What is open and began before ends where the new one begins. */
    void add(JsonNode changed) {
        var from = LocalDate.parse(changed.get("from").asString());
        spells.headMap(from).values().stream()
                .filter(spell -> spell.get("to").isNull())
                .forEach(spell -> spell.set("to", changed.get("from")));
        if (spells.put(from, Registry.copy(changed, "status", "from", "to")) != null) {
            throw new AssertionError("two spells from one day on: " + changed);
        }
    }

    String on(LocalDate day) {
        var last = spells.floorEntry(day);
        if (last == null) {
            return UNKNOWN;
        }
        var to = last.getValue().get("to");
        return to.isNull() || LocalDate.parse(to.asString()).isAfter(day)
                ? last.getValue().get("status").asString()
                : UNKNOWN;
    }

    void tell(ObjectNode answer, LocalDate today) {
        var now = on(today);
        var _ = now.equals(UNKNOWN) ? answer.putNull("status") : answer.put("status", now);
        answer.putArray("statuses").addAll(spells.values());
    }
}
