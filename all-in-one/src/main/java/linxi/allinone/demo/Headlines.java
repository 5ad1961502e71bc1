package linxi.allinone.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import linxi.allinone.terminal.Terminal;
import tools.jackson.databind.JsonNode;

/** The headline figures as a table, each asked from the queries, none of them computed from what was sent. */
final class Headlines {
    private record Row(String label, String figure) {}

    private final Api api;
    private final Terminal terminal;
    private final List<Row> rows = new ArrayList<>();

    private Headlines(Api api, Terminal terminal) {
        this.api = api;
        this.terminal = terminal;
    }

    /** @param position everything up to it is in the answers */
    static void print(Api api, long position, Terminal terminal) throws IOException, InterruptedException {
        var headlines = new Headlines(api, terminal);
        headlines.sales("&atLeast=" + position);
        headlines.income("?atLeast=" + position);
        headlines.print();
    }

    private void sales(String atLeast) throws IOException, InterruptedException {
        var sales = api.get("/api/sales?groupBy=product" + atLeast);
        var tomato = group(sales, "tomato");
        row("headline.tomato", "unit.tonnes", scaled(amount(tomato.get("quantities"), "GRAM"), 6));
        row(
                "headline.tomato",
                "unit.wan",
                scaled(fen(tomato.get("gross")), 6),
                Long.toString(fen(tomato.get("gross"))));
        row(
                "headline.price",
                "unit.perkg",
                tomato.get("averagePrice")
                        .get(0)
                        .get("fen")
                        .decimalValue()
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString());
        long eggs = 0;
        for (var lot : api.get("/api/lots?product=egg&limit=500").get("items")) {
            eggs += lot.get("quantity").get("amount").longValue();
        }
        row("headline.eggs", "unit.pieces", "%,d".formatted(eggs));
        long beijing = 0;
        for (var region : api.get("/api/sales?groupBy=product,region" + atLeast).get("groups")) {
            if (region.get("product").get("id").asString().equals("egg")
                    && region.get("region").asString().equals("CN-BJ")) {
                beijing = amount(region.get("quantities"), "PIECE");
            }
        }
        row("headline.eggshare", "unit.percent", percent(beijing, eggs));
        row("headline.donated", "unit.tonnes", scaled(amount(sales.get("total").get("donated"), "GRAM"), 6));
    }

    private void income(String atLeast) throws IOException, InterruptedException {
        var income = api.get("/api/income" + atLeast);
        var total = income.get("total");
        row("headline.income", "unit.fen", "%,d".formatted(fen(total.get("income"))));
        row("headline.households", "unit.households", total.get("households").asString());
        row("headline.unattributed", "unit.fen", "%,d".formatted(fen(income.get("unattributed"))));
        row("headline.drift", "unit.millifen", income.get("drift").asString());
        long net = 0;
        for (var settlement : api.get("/api/settlements?limit=500").get("items")) {
            net += fen(settlement.get("net"));
        }
        row("headline.net", "unit.fen", "%,d".formatted(net));
    }

    private void row(String label, String unit, String... figures) {
        rows.add(new Row(terminal.text(label), terminal.text(unit, (Object[]) figures)));
    }

    private void print() {
        int width = rows.stream()
                .mapToInt(row -> Terminal.columns(row.label()))
                .max()
                .orElse(0);
        terminal.line("");
        terminal.say("headline.title");
        for (var row : rows) {
            var gap = " ".repeat(width + 3 - Terminal.columns(row.label()));
            terminal.line("  " + row.label() + gap + row.figure());
        }
        terminal.line("");
    }

    private static JsonNode group(JsonNode sales, String product) {
        for (var group : sales.get("groups")) {
            if (group.get("product").get("id").asString().equals(product)) {
                return group;
            }
        }
        throw new IllegalStateException("no sales of " + product + " in " + sales);
    }

    private static long amount(JsonNode quantities, String unit) {
        for (var quantity : quantities) {
            if (quantity.get("unit").asString().equals(unit)) {
                return quantity.get("amount").longValue();
            }
        }
        return 0;
    }

    private static long fen(JsonNode money) {
        return money.get("fen").longValue();
    }

    private static String scaled(long amount, int digits) {
        return BigDecimal.valueOf(amount, digits).stripTrailingZeros().toPlainString();
    }

    private static String percent(long part, long whole) {
        return whole == 0
                ? "–"
                : BigDecimal.valueOf(part * 100)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
