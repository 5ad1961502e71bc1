package linxi.allinone.crash;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The oracle: keeps books from the lines of {@code /api/events}, in memory, by the rules as written and no other code. */
final class Books {
    static final ZoneId LINXI = ZoneId.of("Asia/Shanghai");

    final Map<String, Long> lots = new TreeMap<>();
    final Map<String, Boolean> held = new HashMap<>();
    final Map<String, Consignment> shipments = new TreeMap<>();
    final Map<String, Account> settlements = new TreeMap<>();
    final Incomes incomes = new Incomes();
    final Registry registry = new Registry();
    private final Map<String, JsonNode> commissioned = new HashMap<>();
    private final Map<String, Set<String>> ids = new TreeMap<>();
    private final List<Taken> taken = new ArrayList<>();

    /** Goods that came back after their sale, on their own day. */
    private record Taken(Consignment from, Line line, YearMonth month, long amount, long fen) {}

    /** @throws AssertionError where an event contradicts the ones before it */
    void enter(JsonNode event) {
        var name = event.get("name").asString();
        var data = event.get("data");
        var day = LocalDate.ofInstant(Instant.parse(event.get("at").asString()), LINXI);
        var aggregate = event.get("aggregate").asString().split("/", 2);
        if (event.get("sequence").longValue() == 0) {
            ids.computeIfAbsent(aggregate[0], _ -> new TreeSet<>()).add(aggregate[1]);
        }
        switch (aggregate[0]) {
            case "lot" -> lot(name, data);
            case "shipment" -> shipment(name, data, day);
            case "settlement" -> settlement(name, data, day);
            case "carry" -> incomes.carry(data);
            case "party" -> registry.party(name, data);
            case "product" -> registry.product(name, data);
            case "household" -> registry.household(name, data);
            case "agreement" -> registry.agreement(name, data);
            // Guards the rule of one agreement a product; no read model tells of it.
            case "cover" -> {}
            default -> throw new AssertionError("unknown to the books: " + name);
        }
    }

    /** Of everything of a kind, such as {@code lot}. */
    Set<String> ids(String kind) {
        return ids.getOrDefault(kind, Set.of());
    }

    private void lot(String name, JsonNode data) {
        var lot = data.get("lot").asString();
        switch (name) {
            case "lot-commissioned" -> {
                commissioned.put(lot, data);
                lots.put(lot, data.get("quantity").get("amount").longValue());
            }
            case "lot-held" -> held.put(lot, true);
            case "lot-released" -> held.put(lot, false);
            // Shipments say as much themselves.
            case "lot-reserved", "lot-reservation-released" -> {}
            default -> throw new AssertionError("unknown to the books: " + name);
        }
    }

    private void shipment(String name, JsonNode data, LocalDate day) {
        if (name.equals("shipment-logged")) {
            var logged = new Consignment(data);
            shipments.put(logged.id, logged);
        }
        need(shipments, data.get("shipment").asString()).apply(name, data, day);
    }

    private void settlement(String name, JsonNode data, LocalDate day) {
        var id = data.get("settlement").asString();
        switch (name) {
            case "settlement-opened" -> settlements.put(id, new Account(data, shipments));
            case "settlement-agreed" -> need(settlements, id).agreed(data);
            case "settlement-paid" -> need(settlements, id).state = "PAID";
            case "goods-returned" -> {
                data.get("lines").forEach(line -> returned(line, YearMonth.from(day)));
                need(settlements, id).goodsReturned(data);
            }
            case "settlement-reversed" -> need(settlements, id).reversed(data);
            case "income-attributed", "income-reversed" ->
                data.get("lines").forEach(line -> income(need(settlements, id), data, line));
            default -> throw new AssertionError("unknown to the books: " + name);
        }
    }

    private void income(Account account, JsonNode data, JsonNode line) {
        var path = data.get("path").asString();
        account.income(path, line.get("fen").longValue());
        var crates = path.equals("ORDER_PURCHASE")
                ? account.crates(data, line.get("household").asString(), commissioned)
                : List.<String>of();
        incomes.enter(data, line, crates);
    }

    private void returned(JsonNode json, YearMonth month) {
        var from = need(shipments, json.get("shipment").asString());
        var line = from.line(json);
        long amount = json.get("quantity").get("amount").longValue();
        long fen = line.cost(line.kept()) - line.cost(line.kept() - amount);
        line.returned += amount;
        taken.add(new Taken(from, line, month, amount, fen));
    }

    /** What each lot has left: only what shipments that were not cancelled keep out of it is gone. */
    Map<String, Long> left() {
        var left = new TreeMap<>(lots);
        for (var shipment : shipments.values()) {
            if (!shipment.state.equals("CANCELLED")) {
                shipment.lines.values().forEach(line -> left.merge(line.lot, -line.gone(), Long::sum));
            }
        }
        return left;
    }

    /** Sales by product, market and month, or by origin alone. */
    Map<String, Sale> sales(boolean byOrigin) {
        var sales = new TreeMap<String, Sale>();
        for (var shipment : shipments.values()) {
            if (shipment.receivedOn != null && !shipment.kind.equals("TRANSFER")) {
                var month = YearMonth.from(shipment.receivedOn);
                for (var line : shipment.lines.values()) {
                    sold(
                            sales.computeIfAbsent(group(byOrigin, shipment, line, month), _ -> new Sale()),
                            shipment,
                            line);
                }
            }
        }
        for (var back : taken) {
            var group = group(byOrigin, back.from(), back.line(), back.month());
            var sale = sales.computeIfAbsent(group, _ -> new Sale());
            sale.add("quantities", back.line().unit, -back.amount());
            sale.gross(-back.fen());
        }
        return sales;
    }

    private static String group(boolean byOrigin, Consignment shipment, Line line, YearMonth month) {
        return byOrigin ? shipment.origin : line.product + " " + shipment.market + " " + month;
    }

    private static void sold(Sale sale, Consignment shipment, Line line) {
        if (shipment.kind.equals("DONATION")) {
            sale.add("donated", line.unit, line.accepted);
            return;
        }
        var _ = sale.shipments.add(shipment.id);
        sale.gross(line.cost(line.accepted));
        sale.add("quantities", line.unit, line.accepted);
        sale.add("dispatched", line.unit, line.dispatched);
        sale.add("short", line.unit, line.shortage);
        sale.add("rejected", line.unit, line.rejected);
        sale.add("lost", line.unit, line.lost);
        sale.add("over", line.unit, line.over);
    }

    static <T> T need(Map<String, T> all, String id) {
        var found = all.get(id);
        if (found == null) {
            throw new AssertionError("the log speaks of " + id + " before it is there");
        }
        return found;
    }
}
