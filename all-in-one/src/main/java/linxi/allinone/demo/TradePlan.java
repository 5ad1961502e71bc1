package linxi.allinone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Lots, shipments with what befell them, and donations. */
final class TradePlan {
    private final DemoData data;
    private final List<Trip> trips = new ArrayList<>();

    TradePlan(DemoData data) {
        this.data = data;
        data.flows().forEach(flow -> IntStream.range(0, flow.lots()).forEach(i -> plan(flow, i)));
    }

    /** All SALE shipments, in the order of the data file. */
    List<Trip> trips() {
        return trips;
    }

    Optional<DemoData.Incident> incident(Trip trip) {
        return data.incidents().stream()
                .filter(i -> i.shipment().equals(trip.id()))
                .findFirst();
    }

    List<Stage> stages() {
        var lots = new ArrayList<List<Step>>();
        data.flows().forEach(flow -> IntStream.range(0, flow.lots()).forEach(i -> lots.add(List.of(lot(flow, i)))));
        var shipments = new ArrayList<List<Step>>();
        trips.forEach(trip -> shipments.add(new Journey(trip, incident(trip)).steps()));
        data.donations().forEach(gift -> shipments.add(donation(gift)));
        return List.of(new Stage(lots), new Stage(shipments));
    }

    private static String lotId(DemoData.Flow flow, int index) {
        return "L-%s-%03d".formatted(flow.name(), index + 1);
    }

    private void plan(DemoData.Flow flow, int index) {
        var number = flow.lots() > 99 ? "%03d".formatted(index + 1) : "%02d".formatted(index + 1);
        var lot = lotId(flow, index);
        if (flow.split() != null) {
            for (var part : flow.split()) {
                var load = new DemoData.Amount(
                        part.amount() == null ? 0 : part.amount(), part.unit() == null ? "" : part.unit());
                var id = "%s-%s-%s".formatted(flow.name(), number, part.market().replace("-market", ""));
                trips.add(new Trip(id, lot, flow, part.market(), part.channel(), flow.day(index), load));
            }
        } else if (flow.rotation() != null) {
            var to = flow.rotation().get(index % flow.rotation().size());
            var id = flow.name() + "-" + number;
            trips.add(new Trip(id, lot, flow, to.market(), to.channel(), flow.day(index), flow.lot()));
        }
    }

    private Step lot(DemoData.Flow flow, int index) {
        var body = new TreeMap<String, Object>(Map.of(
                "id", lotId(flow, index),
                "origin", flow.origin(),
                "product", flow.product(),
                "quantity", quantity(flow.lot().amount(), flow.lot().unit()),
                "producedAt", Trip.time(flow.day(index), 6)));
        if (flow.prefix() != null) {
            body.put("contributions", contributions(flow, data.households(flow.prefix()), index));
        }
        return new Step("/api/lots", flow.origin(), body);
    }

    /** Unequal shares in whole grams that add up to the lot; every household's turn comes round. */
    private static List<Map<String, ?>> contributions(DemoData.Flow flow, DemoData.Households group, int index) {
        long left = grams(flow.lot());
        int count = flow.contributors();
        long even = left / count;
        var shares = new ArrayList<Map<String, ?>>();
        for (int i = 0; i < count; i++) {
            int household = index * count + i;
            long amount = i == count - 1 ? left : even - (household * 37L) % (even / 8);
            left -= amount;
            shares.add(new TreeMap<>(Map.of("household", group.key(household), "quantity", quantity(amount, "GRAM"))));
        }
        return shares;
    }

    private static long grams(DemoData.Amount amount) {
        return amount.amount() * (amount.unit().equals("TONNE") ? 1_000_000 : 1_000);
    }

    static Map<String, Object> quantity(long amount, String unit) {
        return new TreeMap<>(Map.of("amount", amount, "unit", unit));
    }

    private static List<Step> donation(DemoData.Donation gift) {
        var steps = new ArrayList<Step>();
        var lines = new ArrayList<Map<String, ?>>();
        var accepted = new ArrayList<Map<String, ?>>();
        for (var line : gift.lines()) {
            var lot = "L-%s-%s".formatted(gift.id(), line.product());
            var quantity = quantity(line.amount(), line.unit());
            steps.add(new Step(
                    "/api/lots",
                    gift.origin(),
                    new TreeMap<>(Map.of(
                            "id", lot,
                            "origin", gift.origin(),
                            "product", line.product(),
                            "quantity", quantity,
                            "producedAt", Trip.time(gift.on().minusDays(1), 6)))));
            lines.add(new TreeMap<>(Map.of("lot", lot, "quantity", quantity)));
            accepted.add(new TreeMap<>(Map.of("lot", lot, "accepted", quantity)));
        }
        steps.add(new Step(
                "/api/shipments",
                gift.origin(),
                new TreeMap<>(Map.of(
                        "id", gift.id(),
                        "kind", "DONATION",
                        "origin", gift.origin(),
                        "market", gift.market(),
                        "channel", "RESIDENTS",
                        "lines", lines,
                        "at", Trip.time(gift.on(), 8)))));
        var path = "/api/shipments/" + gift.id();
        steps.add(new Step(path + "/dispatch", gift.origin(), Map.of("at", Trip.time(gift.on(), 10))));
        steps.add(new Step(
                path + "/arrival",
                gift.market(),
                Map.of("at", Trip.time(gift.on().plusDays(1), 4))));
        steps.add(new Step(
                path + "/receipts",
                gift.market(),
                new TreeMap<>(
                        Map.of("lines", accepted, "at", Trip.time(gift.on().plusDays(1), 6)))));
        return steps;
    }
}
