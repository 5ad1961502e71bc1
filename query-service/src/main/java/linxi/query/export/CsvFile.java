package linxi.query.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import linxi.query.Formula;

/** CSV that Excel opens by a double click: UTF-8 with a byte order mark, lines that end in CRLF. It holds one table. */
final class CsvFile implements TableFile {
    /** Without it Excel reads Chinese as something else. */
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final CsvWriter csv;

    CsvFile(OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void begin(String title, List<String> headings) {
        var _ = csv.writeRecord(headings.stream().map(Formula::guarded).toList());
    }

    @Override
    public void row(List<Cell> cells) {
        var _ = csv.writeRecord(cells.stream().map(CsvFile::written).toList());
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }

    private static String written(Cell cell) {
        return switch (cell) {
            case Cell.Empty _ -> "";
            // What somebody typed, say as a reason, must not be a formula in the spreadsheet of whoever reads it.
            case Cell.Text it -> Formula.guarded(it.text());
            case Cell.Figure it -> it.number().toPlainString();
            case Cell.Day it -> it.day().toString();
            case Cell.Moment it -> MOMENT.format(it.at());
        };
    }
}
