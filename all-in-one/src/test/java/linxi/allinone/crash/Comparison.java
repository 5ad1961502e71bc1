package linxi.allinone.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Every answer of the read models against the books, to the fen and to the gram. */
final class Comparison {
    /** Of shipments and settlements asked for one by one; the lists hold all of them. */
    private static final int SAMPLE = 250;

    private static final Map<String, String> TRADE =
            Map.of("lots", "lot", "shipments", "shipment", "settlements", "settlement");

    private final Wire wire;
    private final Books books;
    private final RandomGenerator random;
    private final List<String> differences = new ArrayList<>();
    private long compared;

    private Comparison(Wire wire, Books books, RandomGenerator random) {
        this.wire = wire;
        this.books = books;
        this.random = random;
    }

    /** Differences found, each in words. */
    record Result(long compared, List<String> differences) {}

    static Result of(Wire wire, Books books, RandomGenerator random) {
        var comparison = new Comparison(wire, books, random);
        new RegistryComparison(wire, books.registry, comparison::same).run();
        TRADE.forEach(comparison::ids);
        comparison.lots();
        comparison.shipments();
        comparison.settlements();
        var sales = new SalesComparison(wire, books, comparison::same);
        sales.run();
        new IncomeComparison(wire, books, comparison::same).run();
        return new Result(comparison.compared, List.copyOf(comparison.differences));
    }

    private void same(String what, Object answered, Object expected) {
        compared++;
        if (!Objects.equals(answered, expected)) {
            differences.add("%s: answered %s, books say %s".formatted(what, answered, expected));
        }
    }

    /** Takes what was answered and what the books say. */
    interface Same {
        void check(String what, Object answered, Object expected);
    }

    private void ids(String path, String kind) {
        var ids = new TreeSet<String>();
        wire.each(path, item -> {
            if (!ids.add(item.get("id").asString())) {
                differences.add("twice in " + path + ": " + item);
            }
        });
        same(path, ids, books.ids(kind));
    }

    private void lots() {
        var left = books.left();
        wire.each("lots", lot -> {
            var id = lot.get("id").asString();
            same("left of " + id, amount(lot, "left"), left.getOrDefault(id, -1L));
            same("held " + id, lot.get("held").booleanValue(), books.held.getOrDefault(id, false));
            long went = 0;
            for (var shipment : lot.get("shipments")) {
                went += amount(shipment, "quantity");
            }
            same("out of " + id, amount(lot, "quantity") - went, left.getOrDefault(id, -1L));
            same("quantity of " + id, amount(lot, "quantity"), books.lots.getOrDefault(id, -1L));
        });
    }

    private static long amount(JsonNode of, String field) {
        return of.get(field).get("amount").longValue();
    }

    static long fen(JsonNode of, String field) {
        return of.get(field).get("fen").longValue();
    }

    private void shipments() {
        wire.each(
                "shipments",
                answer -> shipment(
                        answer, Books.need(books.shipments, answer.get("id").asString())));
        for (var id : sample(books.shipments)) {
            var answer = wire.get("shipments/" + id);
            var shipment = Books.need(books.shipments, id);
            shipment(answer, shipment);
            var said = answer.get("discrepancy");
            same("answer to " + id, said.isNull() ? "" : said.asString(), shipment.said);
            int told = 0;
            for (var moment : answer.get("history")) {
                told += moment.get("event").asString().equals("goods-returned") ? 0 : 1;
            }
            same("history of " + id, told, shipment.events);
        }
    }

    private void shipment(JsonNode answer, Consignment shipment) {
        same("state of " + shipment.id, answer.get("state").asString(), shipment.state);
        same("gross of " + shipment.id, fen(answer, "gross"), shipment.gross());
        var in = answer.get("settlement");
        same("settlement of " + shipment.id, in.isNull() ? "" : in.asString(), shipment.settlement);
        var day = answer.get("receivedOn");
        same("day of " + shipment.id, day.isNull() ? "null" : day.asString(), String.valueOf(shipment.receivedOn));
        same("lines of " + shipment.id, answer.get("lines").size(), shipment.lines.size());
        for (var line : answer.get("lines")) {
            var expected = shipment.line(line);
            same("line " + shipment.id + "/" + expected.lot, tally(line), tally(expected));
        }
    }

    private static List<Long> tally(JsonNode line) {
        var names = List.of("dispatched", "accepted", "short", "rejected", "lost", "over", "returned");
        return names.stream().map(name -> amount(line, name)).toList();
    }

    private static List<Long> tally(Line line) {
        return List.of(
                line.dispatched,
                line.accepted,
                line.shortage,
                line.rejected,
                line.lost,
                line.over,
                line.back + line.returned);
    }

    private void settlements() {
        wire.each(
                "settlements",
                answer -> settlement(
                        answer, Books.need(books.settlements, answer.get("id").asString())));
        for (var id : sample(books.settlements)) {
            var answer = wire.get("settlements/" + id);
            var account = Books.need(books.settlements, id);
            settlement(answer, account);
            var paths = new TreeMap<String, Long>();
            for (var path : answer.get("attributed").properties()) {
                paths.put(path.getKey(), path.getValue().get("fen").longValue());
            }
            paths.values().removeIf(fen -> fen == 0);
            var expected = new TreeMap<>(account.attributed);
            expected.values().removeIf(fen -> fen == 0);
            same("attributed of " + id, paths, expected);
        }
    }

    private void settlement(JsonNode answer, Account account) {
        same("state of " + account.id, answer.get("state").asString(), account.state);
        same(
                "gross, net, returned, unattributed of " + account.id,
                List.of(fen(answer, "gross"), fen(answer, "net"), fen(answer, "returned"), fen(answer, "unattributed")),
                List.of(account.gross, account.net, account.returned, account.unattributed));
    }

    private List<String> sample(Map<String, ?> all) {
        var ids = new ArrayList<>(all.keySet());
        java.util.Collections.shuffle(ids, java.util.Random.from(random));
        return ids.subList(0, Math.min(SAMPLE, ids.size()));
    }
}
