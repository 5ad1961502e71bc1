package linxi.query.importing.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import linxi.query.importing.Draft;
import linxi.query.importing.Entry;
import org.jspecify.annotations.Nullable;

/** A row for each lot of a shipment, which is thereby finally received. */
public final class ReceiptRows implements RowsForm {
    private static final List<String> REST = List.of("short", "rejected", "lost", "over");

    @Override
    public List<Draft> drafts(List<Entry> entries, String party) {
        return Rows.by("shipment", entries).stream()
                .map(rows -> draft(rows, party))
                .toList();
    }

    private static Draft draft(Rows rows, String party) {
        Rows.once("lot", rows.entries(), entry -> entry.has("lot") ? entry.text("lot") : null);
        var id = rows.first().id("shipment");
        var lines = new ArrayList<Body.Line>();
        for (var entry : rows.entries()) {
            lines.add(new Body.Line(entry.row(), entry.text("lot"), line(entry)));
        }
        var body = new Body()
                .withLines("lines", Body.sorted(lines))
                .withTime("at", rows.one("receivedAt", entry -> entry.time("receivedAt")));
        return new Draft(
                rows.numbers(),
                List.of(body.sent(party, "/api/shipments/" + id + "/receipts")),
                Set.of("shipment " + id));
    }

    private static Body line(Entry entry) {
        var unit = entry.unit("unit");
        var line = new Body().with("lot", entry.id("lot")).withQuantity("accepted", entry.number("accepted"), unit);
        for (var column : REST) {
            var _ = line.withQuantity(column, unlessZero(entry.number(column)), unit);
        }
        return line.with("reason", entry.words("reason"));
    }

    /** Nothing and 0 are the same. */
    private static @Nullable BigDecimal unlessZero(@Nullable BigDecimal amount) {
        return amount == null || amount.signum() == 0 ? null : amount;
    }
}
