package linxi.query.importing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linxi.query.sheet.Area;
import linxi.query.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Which column of a table holds what, in whatever order they come. */
final class Headings {
    /** In a file of failed rows: why each failed. */
    static final String REASON = "imports.reason";

    private static final int LOOKED_AT = 20;

    private final @Nullable SheetRow row;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<Integer, String> unknown = new LinkedHashMap<>();
    private final Map<Integer, String> twice = new LinkedHashMap<>();

    private Headings(@Nullable SheetRow row) {
        this.row = row;
    }

    /** The row among the first that names most columns; there may be a title above it. */
    static Headings find(ImportKind kind, List<SheetRow> rows, Vocabulary words) {
        Headings best = new Headings(null);
        for (var row : rows.subList(0, Math.min(LOOKED_AT, rows.size()))) {
            var headings = of(kind, row, words);
            if (headings.columns.size() > best.columns.size()) {
                best = headings;
            }
        }
        return best;
    }

    private static Headings of(ImportKind kind, SheetRow row, Vocabulary words) {
        var headings = new Headings(row);
        for (int i = 0; i < row.cells().size(); i++) {
            var text = row.cell(i);
            var column = words.column(kind, text);
            if (column != null) {
                if (headings.columns.putIfAbsent(column, i) != null) {
                    headings.twice.put(i, text);
                }
            } else if (!text.isEmpty() && !words.isHeading(REASON, Values.word(text))) {
                headings.unknown.put(i, text);
            }
        }
        return headings;
    }

    /** 0 where there is none. */
    int row() {
        return row == null ? 0 : row.number();
    }

    /** Null where the table has no such column. */
    @Nullable
    Integer column(String name) {
        return columns.get(name);
    }

    Map<String, Integer> columns() {
        return Map.copyOf(columns);
    }

    /** What a column is called in messages: its name, its heading, or its letter. */
    String nameOf(int index) {
        return columns.entrySet().stream()
                .filter(it -> it.getValue() == index)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(isHeaded(index) && row != null ? row.cell(index) : Area.letters(index));
    }

    /** Whether the heading of a column says anything, known or not. */
    boolean isHeaded(int column) {
        return row != null && !row.cell(column).isEmpty();
    }

    void check(ImportKind kind, List<Flaw> flaws) {
        unknown.forEach((_, text) -> flaws.add(new Flaw(row(), text, text, Wrong.COLUMN_UNKNOWN.name(), null)));
        twice.forEach((_, text) -> flaws.add(new Flaw(row(), text, text, Wrong.COLUMN_TWICE.name(), null)));
        for (var column : kind.columns()) {
            if (column.required() && !columns.containsKey(column.name())) {
                flaws.add(new Flaw(Math.max(1, row()), column.name(), "", Wrong.COLUMN_MISSING.name(), null));
            }
        }
    }
}
