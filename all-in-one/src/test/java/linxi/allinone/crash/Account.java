package linxi.allinone.crash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A settlement in the books, reckoned again from its shipments' lines; what it was recorded to be is only checked. */
final class Account {
    final String id;
    final List<Consignment> shipments;
    final Map<String, Long> attributed = new TreeMap<>();
    String state = "OPEN";
    long gross;
    long net;
    long returned;
    long unattributed;
    private final List<JsonNode> groups = new ArrayList<>();
    /** Shipment and lot of the lines that came back last; none where all is meant. */
    private final Set<String> cameBack = new HashSet<>();

    private final long openedGross;
    private final long openedDeductions;

    Account(JsonNode data, Map<String, Consignment> all) {
        id = data.get("settlement").asString();
        shipments = new ArrayList<>();
        data.get("shipments").forEach(shipment -> shipments.add(Books.need(all, shipment.asString())));
        openedGross = keptGross();
        gross = openedGross;
        long deducted = 0;
        for (var deduction : data.get("deductions")) {
            var points = deduction.get("basisPoints");
            long amount = deduction.get("amount").get("fen").longValue();
            if (points != null && amount != share(gross, points.longValue(), 10_000)) {
                throw new AssertionError(id + ": " + deduction + " of " + gross);
            }
            deducted += amount;
        }
        openedDeductions = deducted;
        net = gross - deducted;
        same("net", data.get("net").get("fen").longValue(), net);
    }

    private long keptGross() {
        long sum = 0;
        for (var shipment : shipments) {
            for (var line : shipment.lines.values()) {
                sum += line.cost(line.kept());
            }
        }
        return sum;
    }

    /** Half-up. */
    private static long share(long of, long part, long whole) {
        var twice = BigInteger.valueOf(of).multiply(BigInteger.valueOf(part)).shiftLeft(1);
        return twice.add(BigInteger.valueOf(whole))
                .divide(BigInteger.valueOf(whole).shiftLeft(1))
                .longValueExact();
    }

    void agreed(JsonNode data) {
        state = "AGREED";
        data.get("groups").forEach(groups::add);
        unattributed += data.get("unattributed").get("fen").longValue();
    }

    /** Deductions are kept in proportion to the gross that is kept. */
    void goodsReturned(JsonNode data) {
        cameBack.clear();
        data.get("lines").forEach(line -> cameBack.add(place(line)));
        long kept = keptGross();
        returned += gross - kept;
        gross = kept;
        net = kept - (openedGross == 0 ? openedDeductions : share(openedDeductions, kept, openedGross));
        unattributed += data.get("unattributed").get("fen").longValue();
    }

    void reversed(JsonNode data) {
        state = "REVERSED";
        cameBack.clear();
        net = 0;
        unattributed += data.get("unattributed").get("fen").longValue();
    }

    void income(String path, long fen) {
        attributed.merge(path, fen, Long::sum);
    }

    /** What a household's line of a purchase comes from: its contributions to the lots that the line is about. */
    List<String> crates(JsonNode income, String household, Map<String, JsonNode> lots) {
        var crates = new ArrayList<String>();
        for (var group : groups) {
            if (List.of("agreement", "version", "product").stream()
                    .allMatch(field -> group.get(field).equals(income.get(field)))) {
                for (var line : group.get("lines")) {
                    if (cameBack.isEmpty() || cameBack.contains(place(line))) {
                        Books.need(lots, line.get("lot").asString())
                                .get("contributions")
                                .forEach(brought -> {
                                    if (brought.get("household").asString().equals(household)) {
                                        crates.add(line.get("lot").asString() + " "
                                                + line.get("shipment").asString() + " " + brought.get("amount"));
                                    }
                                });
                    }
                }
            }
        }
        return crates;
    }

    private static String place(JsonNode line) {
        return line.get("shipment").asString() + " " + line.get("lot").asString();
    }

    long attributedInAll() {
        return attributed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Every fen of the net went to somebody or is said to have gone to nobody. */
    void check() {
        if (state.equals("OPEN")) {
            same("attributed before agreement", attributedInAll() + unattributed, 0);
        } else {
            same("attributed + unattributed", attributedInAll() + unattributed, net);
        }
    }

    private void same(String what, long found, long expected) {
        if (found != expected) {
            throw new AssertionError("settlement %s: %s is %d, not %d".formatted(id, what, found, expected));
        }
    }
}
