package linxi.query.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.query.sheet.SheetFile;
import linxi.query.sheet.SheetRow;
import linxi.query.sheet.UnreadableFile;
import linxi.query.sheet.UnreadableFile.Reason;

/**
 * What a file was read as.
 *
 * @param headings as they stand there
 * @param columns where each known column stands, from 0
 * @param rows without headings and examples
 * @param drafts all of them, flawed ones too
 * @param examples how many rows are those of the template, and were skipped
 */
public record Reading(
        SheetRow headings,
        Map<String, Integer> columns,
        List<SheetRow> rows,
        List<Draft> drafts,
        List<Flaw> flaws,
        int examples) {
    /** Of one file. */
    public static final int MOST_ROWS = 10_000;

    private static final int MOST_ABOVE = 30;
    private static final List<String> EXAMPLE = List.of("示例", "example");

    public Reading {
        columns = Map.copyOf(columns);
        rows = List.copyOf(rows);
        drafts = List.copyOf(drafts);
        flaws = List.copyOf(flaws);
    }

    /**
     * @param party for whom the commands will be sent
     * @throws UnreadableFile where it is no table, or has too many rows
     */
    public static Reading of(Path file, ImportKind kind, Vocabulary words, String party) {
        var table = SheetFile.read(file, MOST_ROWS + MOST_ABOVE);
        var flaws = new ArrayList<Flaw>();
        var headings = Headings.find(kind, table.rows(), words);
        headings.check(kind, flaws);
        var rows = new ArrayList<SheetRow>();
        int examples = 0;
        for (var row : table.rows()) {
            if (row.number() > headings.row()) {
                if (isExample(row)) {
                    examples++;
                } else {
                    rows.add(row);
                }
            }
        }
        if (rows.size() > MOST_ROWS) {
            throw new UnreadableFile(Reason.TOO_MANY_ROWS, rows.get(MOST_ROWS).number());
        }
        var heading = table.rows().stream()
                .filter(row -> row.number() == headings.row())
                .findFirst()
                .orElse(new SheetRow(1, List.of()));
        if (!flaws.isEmpty()) {
            return new Reading(heading, headings.columns(), rows, List.of(), flaws, examples);
        }
        checkLayout(table, headings, rows, flaws);
        var drafts = drafts(kind, headings, rows, words, party, flaws);
        return new Reading(heading, headings.columns(), rows, drafts, flaws, examples);
    }

    /** Drafts of rows without a flaw. */
    public List<Draft> sound() {
        var flawed = new HashSet<Integer>();
        flaws.forEach(flaw -> flawed.add(flaw.row()));
        return drafts.stream()
                .filter(draft -> draft.rows().stream().noneMatch(flawed::contains))
                .toList();
    }

    private static boolean isExample(SheetRow row) {
        return row.cells().stream()
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .map(cell -> Values.plain(cell).toLowerCase(Locale.ROOT))
                .filter(cell -> EXAMPLE.stream().anyMatch(cell::startsWith))
                .isPresent();
    }

    /** What is not where it can be seen, or stands under no heading; of each the first of a row. */
    private static void checkLayout(SheetFile.Table table, Headings headings, List<SheetRow> rows, List<Flaw> flaws) {
        var merged = new HashSet<Integer>();
        for (var area : table.merged()) {
            rows.stream()
                    .filter(row -> row.number() >= area.firstRow() && row.number() <= area.lastRow())
                    .filter(row -> merged.add(row.number()))
                    .forEach(row -> flaws.add(new Flaw(
                            row.number(),
                            headings.nameOf(area.firstColumn()),
                            row.cell(area.firstColumn()),
                            Wrong.MERGED_CELLS.name(),
                            null)));
        }
        for (var row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                if (!row.cell(i).isEmpty() && !headings.isHeaded(i)) {
                    flaws.add(
                            new Flaw(row.number(), headings.nameOf(i), null, Wrong.VALUE_WITHOUT_HEADING.name(), null));
                    break;
                }
            }
        }
    }

    private static List<Draft> drafts(
            ImportKind kind, Headings headings, List<SheetRow> rows, Vocabulary words, String party, List<Flaw> flaws) {
        var entries = new ArrayList<Entry>();
        for (var row : rows) {
            var entry = new Entry(row, headings.columns(), words, flaws);
            entry.check(kind);
            entries.add(entry);
        }
        return kind.form().drafts(entries, party);
    }
}
