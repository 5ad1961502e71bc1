package linxi.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook, a sheet per table; a table longer than a sheet can be goes on on a further one. Texts lie inline: a table of
 * shared ones would be held until the end.
 */
final class ExcelFile implements TableFile {
    /** A sheet of Excel ends at 1 048 576. */
    private static final int MOST_ROWS = 1_000_000;

    /** Excel calls a file broken in which a cell has more. */
    private static final int MOST_CHARACTERS = 32_767;

    private static final int HELD = 500;
    private static final int NARROWEST = 12;

    private final Workbook book;
    private final int mostRows;
    private @Nullable Worksheet sheet;
    private String title = "";
    private List<String> headings = List.of();
    private int sheetsOfTable;
    private int row;

    ExcelFile(OutputStream out) {
        this(out, MOST_ROWS);
    }

    ExcelFile(OutputStream out, int mostRows) {
        this.book = new Workbook(out, "Linxi", "1.0");
        this.mostRows = mostRows;
    }

    @Override
    public void begin(String title, List<String> headings) throws IOException {
        this.title = title;
        this.headings = List.copyOf(headings);
        sheetsOfTable = 0;
        var _ = nextSheet();
    }

    private Worksheet nextSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheetsOfTable++;
        var next = book.newWorksheet(sheetsOfTable == 1 ? title : title + " " + sheetsOfTable);
        next.freezePane(0, 1);
        for (int i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            next.inlineString(0, i, heading);
            next.style(0, i).bold().set();
            next.width(i, Math.max(NARROWEST, 2 * heading.length() + 2));
        }
        row = 1;
        sheet = next;
        return next;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        var current = sheet == null || row >= mostRows ? nextSheet() : sheet;
        for (int i = 0; i < cells.size(); i++) {
            write(current, row, i, cells.get(i));
        }
        row++;
        if (row % HELD == 0) {
            current.flush();
        }
    }

    private static void write(Worksheet sheet, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Empty _ -> {}
            case Cell.Text it -> sheet.inlineString(row, column, cut(it.text()));
            case Cell.Figure it -> {
                sheet.value(row, column, it.number());
                sheet.style(row, column).format(decimals(it.number())).set();
            }
            case Cell.Day it -> {
                sheet.value(row, column, it.day());
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Cell.Moment it -> {
                sheet.value(row, column, it.at());
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
        }
    }

    static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    private static String decimals(BigDecimal number) {
        return number.scale() == 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale());
    }

    @Override
    public void end() throws IOException {
        book.finish();
    }
}
