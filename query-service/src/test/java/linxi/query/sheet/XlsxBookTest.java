package linxi.query.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import linxi.query.sheet.UnreadableFile.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class XlsxBookTest {
    private final Path folder;

    XlsxBookTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<String> cells(String cells) throws IOException {
        return read(new Workbook().rows("<row r=\"1\">" + cells + "</row>"))
                .rows()
                .getFirst()
                .cells();
    }

    private SheetFile.Table read(Workbook book) throws IOException {
        return SheetFile.read(book.in(folder), 100);
    }

    private void refuses(Reason reason, Workbook book) throws IOException {
        var file = book.in(folder);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> SheetFile.read(file, 100))
                .extracting(UnreadableFile::reason)
                .isEqualTo(reason);
    }

    @Test
    void readsTextsHoweverTheyAreKept() throws IOException {
        assertThat(cells("""
                <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
                <c r="C1" t="inlineStr"><is><t> 斤 </t></is></c><c r="D1" t="str"><f>A1</f><v>和</v></c>\
                <c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c>""")).containsExactly("批次号", "鲜蛋", "斤", "和", "", "TRUE", "#N/A");
    }

    /** What a cell keeps is the nearest binary fraction; what it shows is what was typed. */
    @ParameterizedTest
    @CsvSource({
        "3.6000000000000001, 3.6",
        "0.30000000000000004, 0.3",
        "1.0E-2, 0.01",
        "12, 12",
        "12.50, 12.5",
        "-0.0, 0",
        "1.1E+17, 110000000000000000",
        "1E+300, 1E+300"
    })
    void readsNumbersAsTheyAreShown(String kept, String shown) throws IOException {
        assertThat(cells("<c r=\"A1\"><v>" + kept + "</v></c>")).containsExactly(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 44013, 2020-07-01",
        "2, 44013.354166666664, 2020-07-01 08:30:00",
        "2, 44013.999999999993, 2020-07-02",
        "2, 0.5, 12:00:00",
        "1, 59, 1900-02-28",
        "1, 61, 1900-03-01",
        "1, -1, -1",
        "3, 0.7, 70%",
        "4, 0.125, 12.5%",
        "5, 44013, 44013"
    })
    void readsDaysTimesAndPercentagesByTheirFormats(int style, String kept, String shown) throws IOException {
        assertThat(cells("<c r=\"A1\" s=\"" + style + "\"><v>" + kept + "</v></c>"))
                .containsExactly(shown);
    }

    @Test
    void countsDaysFrom1904WhereTheBookDoes() throws IOException {
        var book = new Workbook().rows("<row><c s=\"1\"><v>42551</v></c></row>").with("xl/workbook.xml", """
                <workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>""");
        assertThat(read(book).rows().getFirst().cells()).containsExactly("2020-07-01");
    }

    @Test
    void takesTheResultOfAFormulaAndShowsTheFormulaWhereThereIsNone() throws IOException {
        assertThat(cells("<c r=\"A1\"><f>B1*2</f><v>7</v></c><c r=\"B1\"><f>C1*2</f></c>"))
                .containsExactly("7", "=C1*2");
    }

    @Test
    void skipsEmptyRowsAndKeepsTheNumbersOfTheOthers() throws IOException {
        var table = read(new Workbook().rows("""
                <row r="2"><c r="B2" t="inlineStr"><is><t>x</t></is></c></row><row r="3"><c r="A3" s="1"/></row>\
                <row r="9"><c r="A9"><v>1</v></c></row>"""));
        assertThat(table.rows()).extracting(SheetRow::number).containsExactly(2, 9);
        assertThat(table.rows().getFirst().cells()).containsExactly("", "x");
    }

    @Test
    void findsMergedCells() throws IOException {
        var table = read(new Workbook().sheet("""
                <sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>\
                <mergeCells><mergeCell ref="A2:B4"/></mergeCells>"""));
        assertThat(table.merged()).containsExactly(new Area(2, 0, 4, 1));
    }

    @Test
    void refusesADocumentTypeAndWithItEveryEntity() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        refuses(
                Reason.BROKEN_EXCEL,
                new Workbook()
                        .with(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri()
                                        + "\">]><worksheet><sheetData><row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>"));
        refuses(
                Reason.BROKEN_EXCEL,
                new Workbook()
                        .with(
                                "xl/sharedStrings.xml",
                                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>"));
    }

    /** Eight megabytes of nothing but blanks are a few kilobytes as a zip. */
    @Test
    void refusesWhatUnpacksToTooMuch() throws IOException {
        var file = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var blanks = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) {
                zip.write(blanks);
            }
            zip.closeEntry();
        }
        assertThat(file).satisfies(it -> assertThat(Files.size(it)).isLessThan(200_000));
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> SheetFile.read(file, 100))
                .extracting(UnreadableFile::reason)
                .isEqualTo(Reason.UNPACKS_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"x\"><c><v>1</v></c></row>",
                "<row><c t=\"s\"><v>99</v></c></row>",
                "<row><c><v>one</v></c></row>",
                "<row><c><v>1E9999999999</v></c></row>",
                "<row><c>"
            })
    void refusesWhatIsBroken(String rows) throws IOException {
        refuses(Reason.BROKEN_EXCEL, new Workbook().rows(rows));
    }

    @Test
    void refusesWhatIsFarTooWideOrLong() throws IOException {
        refuses(Reason.TOO_MANY_COLUMNS, new Workbook().rows("<row><c r=\"XFD1\"><v>1</v></c></row>"));
        refuses(Reason.TOO_MANY_ROWS, new Workbook().rows("<row><c><v>1</v></c></row>".repeat(101)));
        refuses(
                Reason.CELL_TOO_LONG,
                new Workbook().rows("<row><c t=\"str\"><v>" + "x".repeat(3_000) + "</v></c></row>"));
        refuses(Reason.EMPTY, new Workbook().rows("<row><c><v> </v></c></row>".replace("> <", "><")));
    }

    @Test
    void refusesAnOldWorkbookOrOneWithAPassword() throws IOException {
        var file = Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> SheetFile.read(file, 100))
                .extracting(UnreadableFile::reason)
                .isEqualTo(Reason.OLD_EXCEL);
    }
}
