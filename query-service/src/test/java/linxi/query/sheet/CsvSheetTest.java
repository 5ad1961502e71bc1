package linxi.query.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import linxi.query.sheet.UnreadableFile.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {
    private static final String TABLE = "批次号,单位\r\nT1,公斤\r\n";

    private final Path folder;

    CsvSheetTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<SheetRow> read(byte[] bytes) throws IOException {
        return SheetFile.read(Files.write(folder.resolve("table.csv"), bytes), 100)
                .rows();
    }

    private List<SheetRow> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    @Test
    void readsEveryEncodingThatExcelWrites() throws IOException {
        var expected = List.of(new SheetRow(1, List.of("批次号", "单位")), new SheetRow(2, List.of("T1", "公斤")));
        assertThat(read(TABLE)).isEqualTo(expected);
        assertThat(read("\uFEFF" + TABLE)).isEqualTo(expected);
        assertThat(read(bytes(TABLE, "GB18030"))).isEqualTo(expected);
        assertThat(read(bytes("\uFEFF" + TABLE.replace(',', '\t'), "UTF-16LE"))).isEqualTo(expected);
        assertThat(read(bytes("\uFEFF" + TABLE, "UTF-16BE"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheSeparatorAlsoBelowATitle(String separator) throws IOException {
        var rows = read("发货 2020\n批次号,单位,原因\nT1,公斤,\"a,b;c\"\n".replace(",", separator));
        assertThat(rows.getLast().cells()).containsExactly("T1", "公斤", "a,b;c".replace(",", separator));
    }

    @Test
    void countsLinesAsEditorsDoAlsoWhereACellHasSeveral() throws IOException {
        assertThat(read("a,b\n\n\"x\ny\",1\nz,2\n"))
                .extracting(SheetRow::number)
                .containsExactly(1, 3, 5);
    }

    @Test
    void takesTheGuardOfOurOwnFilesAway() throws IOException {
        assertThat(read("'=1+1,'-5,'＝1,'quoted'\n").getFirst().cells()).containsExactly("=1+1", "-5", "＝1", "'quoted'");
    }

    @Test
    void refusesWhatIsNoText() {
        refuses(Reason.UNKNOWN_ENCODING, new byte[] {'a', 0, 'b', (byte) 0xff, (byte) 0xff});
        refuses(Reason.UNKNOWN_ENCODING, "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        refuses(Reason.EMPTY, new byte[0]);
        refuses(Reason.EMPTY, " \n,,\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesALineWithoutEnd() {
        refuses(Reason.BROKEN_CSV, ("a,\"" + "x".repeat(300_000)).getBytes(StandardCharsets.UTF_8));
    }

    private void refuses(Reason reason, byte[] bytes) {
        assertThatExceptionOfType(UnreadableFile.class)
                .as(reason.name().toLowerCase(Locale.ROOT))
                .isThrownBy(() -> read(bytes))
                .extracting(UnreadableFile::reason)
                .isEqualTo(reason);
    }
}
