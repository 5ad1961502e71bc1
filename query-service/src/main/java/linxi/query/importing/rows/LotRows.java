package linxi.query.importing.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import linxi.query.importing.Draft;
import linxi.query.importing.Entry;
import linxi.query.importing.Wrong;
import org.jspecify.annotations.Nullable;

/** A row for each household that brought something to a lot; one for a lot of which that is not known. */
public final class LotRows implements RowsForm {
    @Override
    public List<Draft> drafts(List<Entry> entries, String party) {
        return Rows.by("lot", entries).stream().map(rows -> draft(rows, party)).toList();
    }

    private static Draft draft(Rows rows, String party) {
        var usual = rows.entries().stream()
                .map(entry -> entry.unit("unit"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (usual == null) {
            rows.first().flaw(Wrong.CELL_EMPTY, "unit");
        }
        Rows.once("household", rows.entries(), entry -> entry.has("household") ? entry.text("household") : null);
        var origin = rows.one("origin", entry -> entry.id("origin"));
        var body = new Body()
                .with("id", rows.first().id("lot"))
                .with("origin", origin == null ? party : origin)
                .with("product", rows.one("product", entry -> entry.id("product")));
        addQuantity(body, rows, usual);
        var _ = body.withTime("producedAt", rows.one("producedAt", entry -> entry.time("producedAt")))
                .withLines("contributions", Body.sorted(contributions(rows, usual)));
        return new Draft(
                rows.numbers(),
                List.of(body.sent(party, "/api/lots")),
                Set.of(rows.first().text("lot")));
    }

    private static void addQuantity(Body body, Rows rows, @Nullable String usual) {
        var stated = rows.one("quantity", entry -> entry.number("quantity"));
        if (stated != null) {
            var unit = rows.entries().stream()
                    .filter(entry -> entry.has("quantity"))
                    .findFirst()
                    .map(entry -> unit(entry, usual))
                    .orElse(usual);
            var _ = body.withQuantity("quantity", stated, unit);
            return;
        }
        boolean alike = rows.entries().stream()
                .allMatch(entry -> Objects.equals(unit(entry, usual), usual) && entry.has("contribution"));
        if (!alike) {
            rows.first().flaw(Wrong.QUANTITY_UNCLEAR, "quantity");
            return;
        }
        var sum = rows.entries().stream()
                .map(entry -> entry.number("contribution"))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var _ = body.withQuantity("quantity", plain(sum), usual);
    }

    private static BigDecimal plain(BigDecimal sum) {
        return sum.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(sum.stripTrailingZeros().toPlainString());
    }

    private static @Nullable String unit(Entry entry, @Nullable String usual) {
        var own = entry.unit("unit");
        return own == null ? usual : own;
    }

    private static List<Body.Line> contributions(Rows rows, @Nullable String usual) {
        var brought = new ArrayList<Body.Line>();
        for (var entry : rows.entries()) {
            if (entry.has("household") || entry.has("contribution")) {
                var _ = entry.need("household") && entry.need("contribution");
                var line = new Body()
                        .with("household", entry.id("household"))
                        .withQuantity("quantity", entry.number("contribution"), unit(entry, usual));
                brought.add(new Body.Line(entry.row(), entry.text("household"), line));
            } else if (rows.entries().size() > 1) {
                var _ = entry.need("household");
            }
        }
        return brought;
    }
}
