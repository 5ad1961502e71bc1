package linxi.query.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook as whoever opens it sees it: sheets by their names, cells by their headings. */
record Opened(Map<String, List<Opened.Line>> sheets) {
    /** A row. */
    record Line(Map<String, Cell> cells) {
        static Line of(List<String> headings, Row row) {
            var cells = new LinkedHashMap<String, Cell>();
            row.stream().filter(Objects::nonNull).forEach(it -> cells.put(headings.get(it.getColumnIndex()), it));
            return new Line(cells);
        }

        private Cell cell(String heading) {
            return Objects.requireNonNull(cells.get(heading), () -> "no " + heading + " in " + cells);
        }

        String text(String heading) {
            return cell(heading).asString();
        }

        /** @throws IllegalStateException for a text, however like a number it looks */
        BigDecimal number(String heading) {
            var cell = cell(heading);
            if (cell.getType() != CellType.NUMBER) {
                throw new IllegalStateException(cell + " is no number");
            }
            return cell.asNumber();
        }

        LocalDateTime time(String heading) {
            return cell(heading).asDate();
        }
    }

    static Opened of(byte[] file) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var sheets = new LinkedHashMap<String, List<Line>>();
            for (var sheet : book.getSheets().toList()) {
                sheets.put(sheet.getName(), lines(sheet));
            }
            return new Opened(sheets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> lines(Sheet sheet) throws IOException {
        var all = sheet.read();
        var headings = all.getFirst().stream().map(Cell::asString).toList();
        return all.stream().skip(1).map(row -> Line.of(headings, row)).toList();
    }

    List<Line> sheet(String name) {
        return Objects.requireNonNull(sheets.get(name), name);
    }

    /** Of a file with one sheet. */
    List<Line> lines() {
        return sheets.values().iterator().next();
    }

    List<String> texts(String heading) {
        return lines().stream().map(line -> line.text(heading)).toList();
    }

    static BigDecimal sum(List<Line> lines, String heading) {
        return lines.stream().map(line -> line.number(heading)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
