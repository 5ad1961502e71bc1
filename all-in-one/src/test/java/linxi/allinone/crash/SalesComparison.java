package linxi.allinone.crash;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/sales} against the books. */
final class SalesComparison {
    private static final List<String> QUANTITIES =
            List.of("quantities", "donated", "dispatched", "short", "rejected", "lost", "over");

    private final Wire wire;
    private final Books books;
    private final Comparison.Same same;

    SalesComparison(Wire wire, Books books, Comparison.Same same) {
        this.wire = wire;
        this.books = books;
        this.same = same;
    }

    void run() {
        var fine = answered("product,market,month");
        same.check("sales by product, market, month", fine, told(books.sales(false)));
        same.check("sales by origin", answered("origin"), told(books.sales(true)));
    }

    private Map<String, Map<String, Long>> answered(String dimensions) {
        var groups = new TreeMap<String, Map<String, Long>>();
        for (var group : wire.get("sales?groupBy=" + dimensions).get("groups")) {
            var key = new StringBuilder();
            for (var dimension : dimensions.split(",", -1)) {
                var value = group.get(dimension);
                key.append(key.isEmpty() ? "" : " ")
                        .append(value.isObject() ? value.get("id").asString() : value.asString());
            }
            var figures = figures(group);
            if (!figures.isEmpty()) {
                groups.put(key.toString(), figures);
            }
        }
        return groups;
    }

    private static Map<String, Long> figures(JsonNode group) {
        var figures = new TreeMap<String, Long>();
        for (var name : QUANTITIES) {
            for (var amount : group.get(name)) {
                figures.put(
                        name + " " + amount.get("unit").asString(),
                        amount.get("amount").longValue());
            }
        }
        figures.put("gross", Comparison.fen(group, "gross"));
        figures.put("shipments", group.get("shipments").longValue());
        figures.values().removeIf(amount -> amount == 0);
        return figures;
    }

    private static Map<String, Map<String, Long>> told(Map<String, Sale> sales) {
        var told = new TreeMap<String, Map<String, Long>>();
        sales.forEach((group, sale) -> {
            if (!sale.told().isEmpty()) {
                told.put(group, sale.told());
            }
        });
        return told;
    }
}
