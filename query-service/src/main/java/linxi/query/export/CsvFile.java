package linxi.query.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** CSV that Excel opens by a double click: UTF-8 with a byte order mark, lines that end in CRLF. It holds one table. */
final class CsvFile implements TableFile {
    /** Without it Excel reads Chinese as something else. */
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    /** Some spreadsheets take the wide signs of East Asia for the narrow ones. */
    private static final String FORMULAS_BEGIN_WITH = "=+-@\t\r＝＋－＠";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final CsvWriter csv;

    CsvFile(OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void begin(String title, List<String> headings) {
        var _ = csv.writeRecord(headings.stream().map(CsvFile::harmless).toList());
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
            case Cell.Text it -> harmless(it.text());
            case Cell.Figure it -> it.number().toPlainString();
            case Cell.Day it -> it.day().toString();
            case Cell.Moment it -> MOMENT.format(it.at());
        };
    }

    /** What somebody typed, say as a reason, must not be a formula in the spreadsheet of whoever reads it. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULAS_BEGIN_WITH.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
