package linxi.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import linxi.query.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＠SUM(A1)"})
    void keepsTextsFromBeingFormulas(String text) {
        assertThat(Formula.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "西红柿", "a=1", "1-2", "'=1", "p.abc"})
    void leavesOtherTextsAlone(String text) {
        assertThat(Formula.guarded(text)).isEqualTo(text);
    }

    @Test
    void beginsWithAMarkAndEndsLinesForExcel() throws IOException {
        var out = new ByteArrayOutputStream();
        var csv = new CsvFile(out);
        csv.begin("title", List.of("名称", "=b"));
        csv.row(List.of(Cell.text("a,\"b\"\n"), new Cell.Figure(new BigDecimal("-1.50"))));
        csv.row(List.of(Cell.text("-x"), Cell.EMPTY));
        csv.row(List.of(
                Cell.day(LocalDate.parse("2020-05-01")), new Cell.Moment(LocalDateTime.parse("2020-05-01T16:00:00"))));
        csv.end();
        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF名称,'=b\r\n\"a,\"\"b\"\"\n\",-1.50\r\n'-x,\r\n2020-05-01,2020-05-01 16:00:00\r\n");
    }
}
