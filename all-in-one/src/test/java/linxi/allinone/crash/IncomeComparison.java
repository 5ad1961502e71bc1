package linxi.allinone.crash;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/income} and {@code /api/households/{id}/income} against the books. */
final class IncomeComparison {
    private final Wire wire;
    private final Books books;
    private final Comparison.Same same;

    IncomeComparison(Wire wire, Books books, Comparison.Same same) {
        this.wire = wire;
        this.books = books;
        this.same = same;
    }

    void run() {
        long households = 0;
        for (var household : books.registers.getOrDefault("household", new java.util.TreeSet<>())) {
            households += household(household);
        }
        long settlements = books.settlements.values().stream()
                .mapToLong(Account::attributedInAll)
                .sum();
        same.check("sum over households and over settlements", households, settlements);
        groups();
    }

    private long household(String id) {
        var answer = wire.get("households/" + id + "/income");
        var expected = new TreeMap<>(books.incomes.households.getOrDefault(id, Map.of()));
        expected.keySet().removeIf(heading -> heading.startsWith("origin "));
        expected.values().removeIf(fen -> fen == 0);
        var answered = new TreeMap<String, Long>();
        answered.put("total", Comparison.fen(answer, "total"));
        for (var name : List.of("Path", "Month", "Product")) {
            for (var one : answer.get("by" + name).properties()) {
                answered.put(
                        name.toLowerCase(java.util.Locale.ROOT) + " " + one.getKey(),
                        one.getValue().get("fen").longValue());
            }
        }
        answered.values().removeIf(fen -> fen == 0);
        same.check("income of " + id, answered, expected);
        same.check("lines of " + id, answer.get("lines").size(), books.incomes.lines.getOrDefault(id, 0));
        return Comparison.fen(answer, "total");
    }

    private void groups() {
        for (var dimension : List.of("path", "month", "product", "origin")) {
            for (var group : wire.get("income?groupBy=" + dimension).get("groups")) {
                var value = group.get(dimension);
                var heading =
                        dimension + " " + (value.isObject() ? value.get("id").asString() : value.asString());
                sum(heading, group);
            }
        }
        var answer = wire.get("income");
        sum("total", answer.get("total"));
        same.check("unattributed", Comparison.fen(answer, "unattributed"), unattributed());
        same.check("drift", answer.get("drift").longValue(), books.incomes.drift());
    }

    private void sum(String heading, JsonNode group) {
        var expected = books.incomes.groups.getOrDefault(heading, Map.of()).values();
        same.check(
                "income by " + heading,
                List.of(Comparison.fen(group, "income"), group.get("households").longValue()),
                List.of(
                        expected.stream().mapToLong(Long::longValue).sum(),
                        expected.stream().filter(fen -> fen > 0).count()));
    }

    private long unattributed() {
        return books.settlements.values().stream()
                .mapToLong(account -> account.unattributed)
                .sum();
    }
}
