package linxi.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class ExcelFileTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesTextsAsTextsAndNumbersAsNumbers() throws IOException {
        var file = new ExcelFile(out);
        file.begin("表", List.of("a", "b", "c", "d"));
        file.row(List.of(
                Cell.text("=1+1"),
                new Cell.Figure(new BigDecimal("10000000000.01")),
                Cell.day(LocalDate.parse("2020-05-01")),
                new Cell.Moment(LocalDateTime.parse("2020-05-01T16:00:01"))));
        file.end();
        try (var book = read()) {
            var row = book.getFirstSheet().read().get(1);
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).asString()).isEqualTo("=1+1");
            assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCell(1).getRawValue()).isEqualTo("10000000000.01");
            assertThat(row.getCell(1).getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(row.getCell(2).asDate()).isEqualTo(LocalDateTime.parse("2020-05-01T00:00:00"));
            assertThat(row.getCell(3).asDate()).isEqualTo(LocalDateTime.parse("2020-05-01T16:00:01"));
        }
    }

    @Test
    void goesOnOnAFurtherSheetWhereOneIsFull() throws IOException {
        var file = new ExcelFile(out, 3);
        file.begin("one", List.of("a"));
        for (int i = 0; i < 5; i++) {
            file.row(List.of(Cell.count(i)));
        }
        file.begin("two", List.of("a"));
        file.end();
        try (var book = read()) {
            assertThat(book.getSheets()).extracting(Sheet::getName).containsExactly("one", "one 2", "one 3", "two");
            assertThat(book.getSheet(2).orElseThrow().read().get(1).getCell(0).asNumber())
                    .isEqualByComparingTo("4");
        }
    }

    /** Rows go out while others are made: what is held does not grow with the file. */
    @Test
    void isWrittenWhileItGrows() throws IOException {
        var file = new ExcelFile(out);
        file.begin("long", List.of("a", "b"));
        int before = 0;
        for (int i = 0; i < 100_000; i++) {
            file.row(List.of(Cell.text("id" + i * 7919L), Cell.count(i)));
            if (i == 50_000) {
                before = out.size();
            }
        }
        int unfinished = out.size();
        file.end();
        assertThat(before).isPositive();
        assertThat(unfinished).isGreaterThan(before);
        assertThat(out.size() - unfinished).isLessThan(400_000);
        try (var book = read()) {
            assertThat(book.getFirstSheet().openStream().count()).isEqualTo(100_001);
        }
    }

    private ReadableWorkbook read() throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()), new ReadingOptions(true, false));
    }

    /** Excel would call the file broken. */
    @Test
    void cutsWhatNoCellHolds() {
        assertThat(ExcelFile.cut("长".repeat(32_767))).hasSize(32_767).endsWith("长");
        assertThat(ExcelFile.cut("长".repeat(32_768))).hasSize(32_767).endsWith("长…");
    }
}
