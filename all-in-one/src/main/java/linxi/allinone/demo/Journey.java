package linxi.allinone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The commands of one shipment from logging to receipt, with what befell it on the way. */
final class Journey {
    private final Trip trip;
    private final Optional<DemoData.Incident> incident;
    private final List<Step> steps = new ArrayList<>();

    Journey(Trip trip, Optional<DemoData.Incident> incident) {
        this.trip = trip;
        this.incident = incident;
    }

    List<Step> steps() {
        log();
        market("dispatch", trip.flow().origin(), Map.of(), 0, 10);
        switch (incident.map(DemoData.Incident::kind).orElse("")) {
            case "LOST" -> market("loss", trip.flow().origin(), reason(), 0, 20);
            case "REJECTED" -> {
                market("arrival", trip.market(), Map.of(), 1, 4);
                market("rejection", trip.market(), reason(), 1, 6);
                var back = new TreeMap<String, Object>(
                        Map.of("lines", List.of(new TreeMap<>(Map.of("lot", trip.lot(), "quantity", load())))));
                market("return-receipt", trip.flow().origin(), back, 3, 9);
            }
            case "SHORT" -> receive(line("short"));
            case "CORRECTED" -> {
                receive(line(""));
                var correction = new TreeMap<String, Object>(reason());
                correction.put("lines", List.of(line("rejected")));
                market("receipt-corrections", trip.market(), correction, 1, 15);
            }
            default -> receive(line(""));
        }
        return steps;
    }

    private void log() {
        steps.add(new Step(
                "/api/shipments",
                trip.flow().origin(),
                new TreeMap<>(Map.of(
                        "id", trip.id(),
                        "origin", trip.flow().origin(),
                        "market", trip.market(),
                        "channel", trip.channel(),
                        "lines",
                                List.of(new TreeMap<>(Map.of(
                                        "lot", trip.lot(),
                                        "quantity", load(),
                                        "price",
                                                new TreeMap<>(Map.of(
                                                        "fen",
                                                                trip.flow()
                                                                        .price()
                                                                        .fen(),
                                                        "per",
                                                                trip.flow()
                                                                        .price()
                                                                        .per()))))),
                        "at", Trip.time(trip.on(), 8)))));
    }

    private void receive(Map<String, ?> line) {
        market("arrival", trip.market(), Map.of(), 1, 4);
        market("receipts", trip.market(), Map.of("lines", List.of(line)), 1, 6);
    }

    private void market(String command, String party, Map<String, ?> fields, int days, int hour) {
        var body = new TreeMap<String, Object>(fields);
        body.put("at", Trip.time(trip.on().plusDays(days), hour));
        steps.add(new Step("/api/shipments/" + trip.id() + "/" + command, party, body));
    }

    private Map<String, Object> load() {
        return TradePlan.quantity(trip.load().amount(), trip.load().unit());
    }

    /** What the market says of the line: all accepted, or the incident's amount set apart under {@code field}. */
    private Map<String, Object> line(String field) {
        if (field.isEmpty()) {
            return new TreeMap<>(Map.of("lot", trip.lot(), "accepted", load()));
        }
        var apart = incident.orElseThrow();
        long amount = apart.amount() == null ? 0 : apart.amount();
        return new TreeMap<>(Map.of(
                "lot",
                trip.lot(),
                "accepted",
                TradePlan.quantity(pieces() - amount, "PIECE"),
                field,
                TradePlan.quantity(amount, "PIECE"),
                "reason",
                apart.reason()));
    }

    /** Incidents with an amount befall eggs, which travel in trays of 30. */
    private long pieces() {
        return trip.load().amount() * (trip.load().unit().equals("PIECE") ? 1 : 30);
    }

    private Map<String, Object> reason() {
        return Map.of("reason", incident.orElseThrow().reason());
    }
}
