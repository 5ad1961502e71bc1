package linxi.allinone.crash;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What households earned, in the books. */
final class Incomes {
    private static final long MICRO = 1_000_000;

    /** By household; then total, path, month, product each as a heading of its own. */
    final Map<String, Map<String, Long>> households = new TreeMap<>();

    /** By any heading, then by household. */
    final Map<String, Map<String, Long>> groups = new TreeMap<>();

    final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Long> carries = new TreeMap<>();
    private final Map<String, Long> told = new TreeMap<>();

    void enter(JsonNode data, JsonNode line, YearMonth month) {
        var household = line.get("household").asString();
        long fen = line.get("fen").longValue();
        var path = data.get("path").asString();
        var headings = new String[] {
            "total",
            "path " + path,
            "month " + month,
            "product " + data.get("product").asString(),
            "origin " + data.get("origin").asString()
        };
        for (var heading : headings) {
            households.computeIfAbsent(household, _ -> new TreeMap<>()).merge(heading, fen, Long::sum);
            groups.computeIfAbsent(heading, _ -> new TreeMap<>()).merge(household, fen, Long::sum);
        }
        lines.merge(household, 1, Integer::sum);
        var carry = String.join(" ", data.get("agreement").asString(), path, household);
        carries.merge(carry, line.get("entitlement").longValue() - fen * MICRO, Long::sum);
    }

    void carry(JsonNode data) {
        for (var moved : data.get("carries").properties()) {
            var carry = String.join(
                    " ", data.get("agreement").asString(), data.get("path").asString(), moved.getKey());
            told.put(carry, moved.getValue().longValue());
        }
    }

    /** The carries that were recorded are entitled so far less paid so far, of everyone. */
    void check() {
        carries.values().removeIf(carry -> carry == 0);
        told.values().removeIf(carry -> carry == 0);
        if (!carries.equals(told)) {
            throw new AssertionError("carries are " + told + ", not " + carries);
        }
    }

    /** In thousandths of a fen, rounded up. */
    long drift() {
        long most = carries.values().stream().mapToLong(Math::abs).max().orElse(0);
        return (most + 999) / 1_000;
    }

    long total() {
        return groups.getOrDefault("total", Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
