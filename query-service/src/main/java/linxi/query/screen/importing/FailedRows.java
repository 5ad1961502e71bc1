package linxi.query.screen.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import linxi.query.export.Cell;
import linxi.query.export.TableFile;
import linxi.query.importing.Flaw;
import linxi.query.importing.Reading;
import linxi.query.importing.run.Run;
import linxi.query.sheet.SheetRow;

/** The rows that were not imported, as they were brought, with why in a column of its own: to be mended and brought again. */
final class FailedRows {
    private final Run run;
    private final Reading reading;
    private final ImportTexts texts;

    FailedRows(Run run, Reading reading, ImportTexts texts) {
        this.run = run;
        this.reading = reading;
        this.texts = texts;
    }

    void write(TableFile file) throws IOException {
        // Any heading that we do not know is in nobody's way here, and what was wrong with it is said beside it.
        var headings = new ArrayList<>(reading.headings().cells());
        headings.addFirst(texts.of("reason"));
        var failed = run.failedRows();
        var flaws = run.flawsByRow();
        file.begin(texts.of("kind." + run.kind().path()), headings);
        for (var row : reading.rows()) {
            if (failed.contains(row.number())) {
                file.row(cells(row, flaws.getOrDefault(row.number(), List.of())));
            }
        }
    }

    private List<Cell> cells(SheetRow row, List<Flaw> flaws) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.text(flaws.isEmpty() ? texts.of("reason.others") : reason(flaws)));
        row.cells().forEach(text -> cells.add(text.isEmpty() ? Cell.EMPTY : Cell.text(text)));
        return cells;
    }

    private String reason(List<Flaw> flaws) {
        return flaws.stream()
                .map(flaw -> {
                    var column = texts.column(run.kind(), null, flaw.column());
                    return (column.isEmpty() ? "" : column + ": ") + texts.wrong(flaw);
                })
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
