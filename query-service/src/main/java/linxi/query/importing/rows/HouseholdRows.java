package linxi.query.importing.rows;

import java.util.List;
import java.util.Set;
import linxi.query.importing.Draft;
import linxi.query.importing.Entry;

/** A household a row. */
public final class HouseholdRows implements RowsForm {
    @Override
    public List<Draft> drafts(List<Entry> entries, String party) {
        Rows.once("household", entries, entry -> entry.has("household") ? entry.text("household") : null);
        return entries.stream().map(entry -> draft(entry, party)).toList();
    }

    private static Draft draft(Entry entry, String party) {
        var since = entry.day("statusFrom");
        if (entry.has("status") != entry.has("statusFrom")) {
            var _ = entry.need("status") && entry.need("statusFrom");
        }
        var key = entry.text("household");
        var body = new Body()
                .with("id", entry.id("household"))
                .with("village", entry.id("village"))
                .with("status", entry.constant("status", "status"))
                .with("statusFrom", since == null ? null : since.toString());
        return new Draft(List.of(entry.row()), List.of(body.sent(party, "/api/households")), Set.of(key));
    }
}
