package linxi.query.importing.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import linxi.query.importing.Draft;
import linxi.query.importing.Entry;
import org.jspecify.annotations.Nullable;

/** A row for each path of an agreement and each of its members; the share of a path may stand in one of its rows only. */
public final class AgreementRows implements RowsForm {
    @Override
    public List<Draft> drafts(List<Entry> entries, String party) {
        return Rows.by("agreement", entries).stream()
                .map(rows -> draft(rows, party))
                .toList();
    }

    private static Draft draft(Rows rows, String party) {
        var id = rows.first().id("agreement");
        var origin = rows.one("origin", entry -> entry.id("origin"));
        var products = rows.one("products", AgreementRows::products);
        var validFrom = rows.one("validFrom", entry -> entry.day("validFrom"));
        var body = new Body()
                .with("id", id)
                .with("origin", origin == null ? party : origin)
                .with("products", products)
                .with("validFrom", validFrom == null ? null : validFrom.toString());
        addPaths(body, rows);
        var touches = new HashSet<>(Set.of("agreement " + id));
        if (products != null) {
            products.forEach(product -> touches.add("product " + product));
        }
        return new Draft(rows.numbers(), List.of(body.sent(party, "/api/agreements")), touches);
    }

    private static @Nullable List<String> products(Entry entry) {
        var ids = entry.ids("products");
        return ids == null ? null : ids.stream().sorted().toList();
    }

    private static void addPaths(Body body, Rows rows) {
        var byPath = new TreeMap<String, List<Entry>>();
        for (var entry : rows.entries()) {
            var path = entry.constant("path", "path");
            if (path != null) {
                byPath.computeIfAbsent(path, _ -> new ArrayList<>()).add(entry);
            }
        }
        var paths = new TreeMap<String, BigDecimal>();
        var members = new TreeMap<String, Map<String, BigDecimal>>();
        byPath.forEach((path, entries) -> {
            var _ = body.at("paths." + path, entries.getFirst().row());
            var share = Rows.one("share", entries, entry -> entry.share("share"));
            if (share != null) {
                paths.put(path, share);
            } else if (entries.stream().noneMatch(entry -> entry.has("share"))) {
                var _ = entries.getFirst().need("share");
            }
            var weights = weights(body, path, entries);
            if (!weights.isEmpty()) {
                members.put(path, weights);
            }
        });
        var _ = body.with("paths", paths).with("members", members.isEmpty() ? null : members);
    }

    private static Map<String, BigDecimal> weights(Body body, String path, List<Entry> entries) {
        Rows.once("household", entries, entry -> entry.has("household") ? entry.text("household") : null);
        var weights = new TreeMap<String, BigDecimal>();
        for (var entry : entries) {
            if (entry.has("household") || entry.has("weight")) {
                var _ = entry.need("household") && entry.need("weight");
                var household = entry.id("household");
                var weight = entry.number("weight");
                if (household != null && weight != null) {
                    weights.put(household, weight);
                    var _ = body.at("members." + path + "." + household, entry.row());
                }
            }
        }
        return weights;
    }
}
