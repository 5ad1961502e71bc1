package linxi.allinone.crash;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import linxi.allinone.crash.Incomes.Earned;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/income} and {@code /api/households/{id}/income} against the books. */
final class IncomeComparison {
    private static final List<String> GROUPINGS =
            List.of("path", "month", "product", "origin", "village", "status", "village,status,month,path");

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
        for (var household : books.ids("household")) {
            households += household(household);
        }
        long settlements = books.settlements.values().stream()
                .mapToLong(Account::attributedInAll)
                .sum();
        same.check("sum over households and over settlements", households, settlements);
        GROUPINGS.forEach(this::groups);
        var answer = wire.get("income");
        same.check("total income", told(answer.get("total")), told(totals()));
        same.check("groups nobody asked for", answer.get("groups").size(), 0);
        same.check("unattributed", Comparison.fen(answer, "unattributed"), unattributed());
        same.check("drift", answer.get("drift").longValue(), books.incomes.drift());
    }

    private long household(String id) {
        var answer = wire.get("households/" + id + "/income");
        var earned = books.incomes.of(id);
        for (var dimension : List.of("path", "month", "product")) {
            var expected = new TreeMap<String, Long>();
            earned.forEach(line -> expected.merge(heading(line, dimension), line.fen(), Long::sum));
            var answered = new TreeMap<String, Long>();
            var by = "by" + dimension.substring(0, 1).toUpperCase(Locale.ROOT) + dimension.substring(1);
            answer.get(by)
                    .properties()
                    .forEach(one ->
                            answered.put(one.getKey(), one.getValue().get("fen").longValue()));
            same.check("income of " + id + " " + by, answered, expected);
        }
        var lines = new ArrayList<String>();
        answer.get("lines").forEach(line -> lines.add(line(line)));
        same.check("lines of " + id, lines, earned.stream().map(this::line).toList());
        long total = Comparison.fen(answer, "total");
        same.check(
                "total of " + id, total, earned.stream().mapToLong(Earned::fen).sum());
        return total;
    }

    private static String line(JsonNode it) {
        var crates = new ArrayList<String>();
        if (it.has("lots")) {
            for (var lot : it.get("lots")) {
                var brought = lot.get("contribution").get("amount");
                crates.add(lot.get("lot").asString() + " " + lot.get("shipment").asString() + " " + brought);
            }
        }
        return "%s %s/%d %s %s %s: %d of %d from %s"
                .formatted(
                        it.get("settlement").asString(),
                        it.get("agreement").asString(),
                        it.get("version").intValue(),
                        it.get("product"),
                        it.get("path").asString(),
                        it.get("at").asString(),
                        it.get("fen").longValue(),
                        it.get("entitlement").longValue(),
                        crates);
    }

    private String line(Earned it) {
        return "%s %s/%d %s %s %s: %d of %d from %s"
                .formatted(
                        it.text("settlement"),
                        it.text("agreement"),
                        it.event().get("version").intValue(),
                        books.registry.product(it.text("product")),
                        it.text("path"),
                        it.text("at"),
                        it.fen(),
                        it.entitlement(),
                        it.crates());
    }

    /** The groups themselves, too: one that is missing, or one too many, is a difference. */
    private void groups(String dimensions) {
        var names = dimensions.split(",", -1);
        var answered = new TreeMap<String, List<Long>>();
        for (var group : wire.get("income?groupBy=" + dimensions).get("groups")) {
            var heading = new ArrayList<String>();
            for (var name : names) {
                heading.add(heading(group.get(name), name));
            }
            answered.put(String.join(" ", heading), told(group));
        }
        var expected = new TreeMap<String, List<Long>>();
        books.incomes
                .by(line -> String.join(
                        " ",
                        List.of(names).stream().map(name -> heading(line, name)).toList()))
                .forEach((heading, sums) -> expected.put(heading, told(sums.values())));
        same.check("income by " + dimensions, answered, expected);
    }

    /** Of a party or a product also the name. */
    private String heading(JsonNode value, String dimension) {
        if (!value.isObject()) {
            return value.asString();
        }
        var id = value.get("id").asString();
        var expected = dimension.equals("product") ? books.registry.product(id) : books.registry.party(id);
        same.check("name of " + id, value, expected);
        return id;
    }

    private String heading(Earned line, String dimension) {
        return switch (dimension) {
            case "month" -> YearMonth.from(line.at().atZone(Books.LINXI)).toString();
            case "village" -> books.registry.village(line.household());
            case "status" -> books.registry.status(line.household(), line.at());
            default -> line.text(dimension);
        };
    }

    /** Income, and how many households had any. */
    private static List<Long> told(JsonNode sum) {
        return List.of(Comparison.fen(sum, "income"), sum.get("households").longValue());
    }

    private static List<Long> told(Collection<Long> sums) {
        return List.of(
                sums.stream().mapToLong(Long::longValue).sum(),
                sums.stream().filter(fen -> fen > 0).count());
    }

    private Collection<Long> totals() {
        return books.incomes.by(_ -> "").getOrDefault("", Map.of()).values();
    }

    private long unattributed() {
        return books.settlements.values().stream()
                .mapToLong(account -> account.unattributed)
                .sum();
    }
}
