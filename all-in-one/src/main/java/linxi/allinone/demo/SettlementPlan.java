package linxi.allinone.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** One settlement for each origin, market and month of receipt, agreed and paid early in the month after. */
final class SettlementPlan {
    /** Shipments that never reached a receipt. */
    private static final Set<String> NOT_RECEIVED = Set.of("LOST", "REJECTED");

    private final DemoData data;
    private final TradePlan trade;

    SettlementPlan(DemoData data, TradePlan trade) {
        this.data = data;
        this.trade = trade;
    }

    /** One chain for each origin, in the order of the months, so that the rounding carries come out the same each time. */
    Stage stage() {
        var settlements = new TreeMap<String, List<Trip>>();
        for (var trip : trade.trips()) {
            var kind = trade.incident(trip).map(DemoData.Incident::kind).orElse("");
            if (!NOT_RECEIVED.contains(kind)) {
                settlements.computeIfAbsent(id(trip), _ -> new ArrayList<>()).add(trip);
            }
        }
        var chains = new LinkedHashMap<String, List<Step>>();
        settlements.forEach(
                (id, trips) -> chains.computeIfAbsent(trips.getFirst().flow().origin(), _ -> new ArrayList<>())
                        .addAll(steps(id, trips)));
        return new Stage(List.copyOf(chains.values()));
    }

    private static String id(Trip trip) {
        return "S-%s-%s-%s".formatted(trip.flow().origin(), trip.month(), trip.market());
    }

    private List<Step> steps(String id, List<Trip> trips) {
        var first = trips.getFirst();
        var origin = first.flow().origin();
        var day = first.month().plusMonths(1).atDay(5);
        var deductions = new ArrayList<Map<String, ?>>();
        new TreeMap<>(Objects.requireNonNull(data.deductions().get(origin)))
                .forEach((kind, points) -> deductions.add(new TreeMap<>(Map.of("kind", kind, "basisPoints", points))));
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                "/api/settlements",
                origin,
                new TreeMap<>(Map.of(
                        "id",
                        id,
                        "origin",
                        origin,
                        "market",
                        first.market(),
                        "shipments",
                        trips.stream().map(Trip::id).toList(),
                        "deductions",
                        deductions,
                        "at",
                        Trip.time(day, 10)))));
        steps.add(next(id, "agreement", first.market(), Map.of(), day, 15));
        steps.add(next(id, "payment", first.market(), Map.of("reference", "演示 " + id), day.plusDays(3), 11));
        trips.forEach(trip -> trade.incident(trip)
                .filter(i -> i.kind().equals("RETURNED"))
                .ifPresent(i -> steps.add(returned(id, trip, i, day.plusDays(5)))));
        return steps;
    }

    private static Step returned(String id, Trip trip, DemoData.Incident incident, LocalDate day) {
        var line = new TreeMap<String, Object>(Map.of(
                "shipment", trip.id(),
                "lot", trip.lot(),
                "quantity",
                        TradePlan.quantity(
                                Objects.requireNonNull(incident.amount()), Objects.requireNonNull(incident.unit()))));
        return next(id, "returns", trip.market(), Map.of("lines", List.of(line), "reason", incident.reason()), day, 10);
    }

    private static Step next(String id, String command, String party, Map<String, ?> fields, LocalDate day, int hour) {
        var body = new TreeMap<String, Object>(fields);
        body.put("at", Trip.time(day, hour));
        return new Step("/api/settlements/" + id + "/" + command, party, body);
    }
}
