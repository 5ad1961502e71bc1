package linxi.query.screen.importing;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import linxi.query.export.Cell;
import linxi.query.export.Format;
import linxi.query.export.TableFile;
import linxi.query.importing.Column;
import linxi.query.importing.ImportKind;

/** Forms to be filled in: headings, rows that are examples, and in a workbook a sheet that explains the columns. */
final class Templates {
    private final ImportKind kind;
    private final ImportTexts texts;

    Templates(ImportKind kind, ImportTexts texts) {
        this.kind = kind;
        this.texts = texts;
    }

    void write(TableFile file, Format format) throws IOException {
        file.begin(texts.of("kind." + kind.path()), headings(kind, texts));
        int examples = kind.columns().getFirst().examples().size();
        for (int i = 0; i < examples; i++) {
            file.row(example(i));
        }
        if (format == Format.XLSX) {
            explain(file);
        }
    }

    static List<String> headings(ImportKind kind, ImportTexts texts) {
        return kind.columns().stream().map(texts::heading).toList();
    }

    private List<Cell> example(int row) {
        return kind.columns().stream()
                .map(column -> cell(column, column.examples().get(row)))
                .toList();
    }

    private Cell cell(Column column, String example) {
        if (example.isEmpty()) {
            return Cell.EMPTY;
        }
        return switch (column.content()) {
            case AMOUNT, WHOLE, SHARE, YUAN -> new Cell.Figure(new BigDecimal(example));
            case DAY -> new Cell.Day(LocalDate.parse(example));
            case TIME -> new Cell.Moment(LocalDateTime.parse(example.replace(' ', 'T')));
            case UNIT -> Cell.text(texts.text("unit." + example));
            case CHANNEL -> Cell.text(texts.text("channel." + example));
            case STATUS -> Cell.text(texts.text("status." + example));
            case SHIPMENT_KIND -> Cell.text(texts.text("kind." + example));
            case PATH -> Cell.text(texts.text("path." + example));
            case ID, IDS, TEXT -> Cell.text(example.replace("示例", texts.of("example")));
        };
    }

    private void explain(TableFile file) throws IOException {
        var headings = List.of(
                texts.of("explain.column"),
                texts.of("explain.required"),
                texts.of("explain.about"),
                texts.of("explain.values"));
        file.begin(texts.of("explain"), headings);
        for (var column : ColumnOnPage.of(kind, texts)) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.text(column.heading()));
            cells.add(Cell.text(texts.of(column.required() ? "required" : "optional")));
            cells.add(Cell.text(column.about()));
            cells.add(Cell.text(column.values()));
            file.row(cells);
        }
    }
}
