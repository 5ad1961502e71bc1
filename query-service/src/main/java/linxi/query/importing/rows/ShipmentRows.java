package linxi.query.importing.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linxi.query.importing.Draft;
import linxi.query.importing.Entry;
import linxi.query.importing.Errand;
import linxi.query.importing.Wrong;
import org.jspecify.annotations.Nullable;

/**
 * A row for each lot of a shipment. A row without a number is a shipment of its own, whose number is made of what the row
 * says. With a time of dispatch the shipment is dispatched as well.
 */
public final class ShipmentRows implements RowsForm {
    @Override
    public List<Draft> drafts(List<Entry> entries, String party) {
        var made = new HashMap<String, Integer>();
        return Rows.by("shipment", entries).stream()
                .map(rows -> draft(rows, party, made))
                .toList();
    }

    private static Draft draft(Rows rows, String party, Map<String, Integer> made) {
        Rows.once("lot", rows.entries(), entry -> entry.has("lot") ? entry.text("lot") : null);
        var at = rows.one("loggedAt", entry -> entry.time("loggedAt"));
        var kind = rows.one("kind", entry -> entry.constant("kind", "kind"));
        var origin = rows.one("origin", entry -> entry.id("origin"));
        var rest = new Body()
                .with("kind", kind == null ? "SALE" : kind)
                .with("origin", origin == null ? party : origin)
                .with("market", rows.one("market", entry -> entry.id("market")))
                .with("channel", rows.one("channel", entry -> entry.constant("channel", "channel")))
                .withLines("lines", Body.sorted(lines(rows)))
                .withTime("at", at);
        var given = rows.first().id("shipment");
        var id = given != null || rows.first().has("shipment") ? given : "S-" + rest.name(party);
        if (!rows.first().has("shipment")) {
            checkNumberless(
                    rows.first(), made.putIfAbsent(rest.json(), rows.first().row()));
        }
        var errands = new ArrayList<Errand>();
        errands.add(rest.with("id", id).sent(party, "/api/shipments"));
        addDispatch(rows, party, id == null ? "none" : id, errands);
        return new Draft(rows.numbers(), errands, touches(rows, id));
    }

    /** Without a number, two shipments are told apart by their times alone. */
    private static void checkNumberless(Entry entry, @Nullable Integer before) {
        if (!entry.has("loggedAt")) {
            entry.flaw(Wrong.NUMBER_OR_TIME_MISSING, "shipment");
        } else if (before != null) {
            entry.flaw(Wrong.SAME_AS_ROW, "shipment", before);
        }
    }

    private static List<Body.Line> lines(Rows rows) {
        var lines = new ArrayList<Body.Line>();
        for (var entry : rows.entries()) {
            var unit = entry.unit("unit");
            var per = entry.unit("per");
            var fen = entry.fen("price");
            var line = new Body()
                    .with("lot", entry.id("lot"))
                    .withQuantity("quantity", entry.number("quantity"), unit)
                    .with("price", fen == null ? null : price(fen, per == null ? String.valueOf(unit) : per));
            if (entry.has("per")) {
                var _ = entry.need("price");
            }
            lines.add(new Body.Line(entry.row(), entry.text("lot"), line));
        }
        return lines;
    }

    private static Map<String, Object> price(BigDecimal fen, String per) {
        var price = new LinkedHashMap<String, Object>();
        price.put("fen", fen);
        price.put("per", per);
        return price;
    }

    private static void addDispatch(Rows rows, String party, String id, List<Errand> errands) {
        var at = rows.one("dispatchedAt", entry -> entry.time("dispatchedAt"));
        var vehicle = rows.one("vehicle", entry -> entry.words("vehicle"));
        if (at != null) {
            var body = new Body().with("vehicle", vehicle).withTime("at", at);
            errands.add(body.sent(party, "/api/shipments/" + id + "/dispatch"));
        } else if (vehicle != null && rows.entries().stream().noneMatch(entry -> entry.has("dispatchedAt"))) {
            var _ = rows.first().need("dispatchedAt");
        }
    }

    private static Set<String> touches(Rows rows, @Nullable String id) {
        var touches = new HashSet<String>();
        touches.add("shipment " + id);
        rows.entries().forEach(entry -> touches.add("lot " + entry.text("lot")));
        return touches;
    }
}
