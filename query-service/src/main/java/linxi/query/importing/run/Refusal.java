package linxi.query.importing.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linxi.query.importing.Draft;
import linxi.query.importing.Errand;
import linxi.query.importing.Flaw;
import linxi.query.importing.ImportKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the cells that the problem with a command is about. */
final class Refusal {
    private static final int MOST = 20;
    /** Where a part of a body is not called like the column that it stands in. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("fen", "price"),
            Map.entry("contributions.quantity", "contribution"),
            Map.entry("contributions", "household"),
            Map.entry("lines", "lot"),
            Map.entry("paths", "share"),
            Map.entry("members", "household"));

    private Refusal() {}

    /** @param problem as RFC 9457 has it, with our {@code rule} and {@code errors} */
    static List<Flaw> flaws(ImportKind kind, Draft draft, Errand errand, JsonNode problem) {
        var flaws = new ArrayList<Flaw>();
        for (var error : problem.path("errors")) {
            if (flaws.size() < MOST) {
                flaws.add(flaw(kind, draft, errand, error));
            }
        }
        if (flaws.isEmpty()) {
            flaws.add(flaw(kind, draft, errand, problem));
        }
        return flaws;
    }

    private static Flaw flaw(ImportKind kind, Draft draft, Errand errand, JsonNode error) {
        var field = error.path("field").asString("");
        return new Flaw(
                row(draft, errand, field),
                column(kind, errand, field),
                error.path("value").asString(null),
                error.path("rule").asString("SERVER_FAULT"),
                error.path("detail").asString(null));
    }

    /** That of the longest part of the field which has one. */
    private static int row(Draft draft, Errand errand, String field) {
        for (var part = field; !part.isEmpty(); part = part.substring(0, Math.max(0, part.lastIndexOf('.')))) {
            var row = errand.places().get(part);
            if (row != null) {
                return row;
            }
        }
        return draft.rows().getFirst();
    }

    private static String at(String path) {
        return path.endsWith("/dispatch") ? "dispatchedAt" : path.endsWith("/receipts") ? "receivedAt" : "loggedAt";
    }

    /** That of the last part of the field which is called like one. */
    private static @Nullable String column(ImportKind kind, Errand errand, String field) {
        var names = new LinkedHashMap<String, String>();
        kind.columns().forEach(column -> names.put(column.name(), column.name()));
        names.putAll(COLUMNS);
        names.put("id", kind.columns().getFirst().name());
        names.put("at", at(errand.path()));
        if (field.startsWith("paths.")) {
            return "share";
        }
        if (field.startsWith("members.")) {
            return "household";
        }
        var parts = field.replaceAll("\\[\\d+\\]", "").split("\\.", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            var both = i == 0 ? null : names.get(parts[0] + "." + parts[i]);
            var found = both == null ? names.get(parts[i]) : both;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
