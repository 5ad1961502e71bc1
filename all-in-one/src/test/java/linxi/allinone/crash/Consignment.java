package linxi.allinone.crash;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shipment in the books. */
final class Consignment {
    final String id;
    final String origin;
    final String market;
    final String kind;
    final Map<String, Line> lines = new LinkedHashMap<>();
    String state = "LOGGED";
    String said = "";
    String settlement = "";
    int events;

    @Nullable
    LocalDate receivedOn;

    Consignment(JsonNode data) {
        id = data.get("shipment").asString();
        origin = data.get("origin").asString();
        market = data.get("market").asString();
        kind = data.get("kind").asString();
        for (var line : data.get("lines")) {
            var read = new Line(line);
            lines.put(read.lot, read);
        }
    }

    Line line(JsonNode named) {
        var line = lines.get(named.get("lot").asString());
        if (line == null) {
            throw new AssertionError("no such line in " + id + ": " + named);
        }
        return line;
    }

    void apply(String name, JsonNode data, LocalDate day) {
        events++;
        switch (name) {
            case "shipment-dispatched" -> state = "IN_TRANSIT";
            case "shipment-arrived" -> state = "ARRIVED";
            case "receipt-confirmed" -> received(data, day);
            case "receipt-corrected" -> corrected(data);
            case "discrepancy-agreed" -> said = "AGREED";
            case "discrepancy-disputed" -> said = "DISPUTED";
            case "shipment-cancelled" -> state = "CANCELLED";
            case "shipment-lost" -> ended("LOST");
            case "shipment-rejected" -> ended("REJECTED");
            case "return-received" ->
                data.get("lines")
                        .forEach(line -> line(line).back +=
                                line.get("quantity").get("amount").longValue());
            case "shipment-settled" -> settlement = data.get("settlement").asString();
            case "shipment-unsettled" -> settlement = "";
            default -> {}
        }
    }

    private void received(JsonNode data, LocalDate day) {
        data.get("lines").forEach(line -> line(line).add(line.get("tally")));
        state = "PARTLY_RECEIVED";
        if (data.get("complete").booleanValue()) {
            receivedOn = day;
            judge();
        }
    }

    private void corrected(JsonNode data) {
        data.get("lines").forEach(line -> line(line).set(line.get("after")));
        said = "";
        judge();
    }

    private void judge() {
        state = lines.values().stream().allMatch(Line::isPlain) ? "RECEIVED" : "RECEIVED_WITH_DISCREPANCY";
    }

    private void ended(String how) {
        state = how;
        for (var line : lines.values()) {
            line.lost = how.equals("LOST") ? line.dispatched : 0;
            line.rejected = how.equals("REJECTED") ? line.dispatched : 0;
        }
    }

    long gross() {
        return lines.values().stream()
                .mapToLong(line -> line.cost(line.accepted))
                .sum();
    }
}
