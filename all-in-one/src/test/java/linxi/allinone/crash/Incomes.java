package linxi.allinone.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What households earned, in the books, line by line. */
final class Incomes {
    private static final long MICRO = 1_000_000;

    private final List<Earned> lines = new ArrayList<>();
    private final Map<String, Long> carries = new TreeMap<>();
    private final Map<String, Long> told = new TreeMap<>();

    /**
     * A line of an event.
     *
     * @param crates what of a purchase it came from: lot, shipment, amount
     */
    record Earned(JsonNode event, String household, long fen, long entitlement, List<String> crates) {
        String text(String field) {
            return event.get(field).asString();
        }

        Instant at() {
            return Instant.parse(text("at"));
        }
    }

    void enter(JsonNode data, JsonNode line, List<String> crates) {
        var household = line.get("household").asString();
        var earned = new Earned(
                data,
                household,
                line.get("fen").longValue(),
                line.get("entitlement").longValue(),
                crates);
        lines.add(earned);
        var carry = String.join(" ", earned.text("agreement"), earned.text("path"), household);
        carries.merge(carry, earned.entitlement() - earned.fen() * MICRO, Long::sum);
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

    /** By time, and by place in the log where that is the same. */
    List<Earned> of(String household) {
        return lines.stream()
                .filter(line -> line.household().equals(household))
                .sorted(Comparator.comparing(Earned::at))
                .toList();
    }

    /** By heading, then by household. */
    Map<String, Map<String, Long>> by(Function<Earned, String> heading) {
        var groups = new TreeMap<String, Map<String, Long>>();
        for (var line : lines) {
            groups.computeIfAbsent(heading.apply(line), _ -> new TreeMap<>())
                    .merge(line.household(), line.fen(), Long::sum);
        }
        return groups;
    }

    long total() {
        return lines.stream().mapToLong(Earned::fen).sum();
    }
}
