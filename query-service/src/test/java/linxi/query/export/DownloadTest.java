package linxi.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import linxi.query.Days;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class DownloadTest {
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final LocalDate LAST = LocalDate.parse("2020-12-31");

    private final MockHttpServletResponse answer = new MockHttpServletResponse();

    @Test
    void hasAnAsciiNameBesideItsOwn() {
        var name = FileName.of("sales", "销售汇总", new Days(FIRST, LAST), Format.XLSX);
        assertThat(Download.disposition(name))
                .isEqualTo("attachment; filename=\"sales_2020-01-01_2020-12-31.xlsx\"; "
                        + "filename*=UTF-8''%E9%94%80%E5%94%AE%E6%B1%87%E6%80%BB_2020-01-01_2020-12-31.xlsx");
    }

    @Test
    void encodesSpaces() {
        var name = FileName.of("income", "Household income", Days.ALL, Format.CSV);
        assertThat(Download.disposition(name)).endsWith("filename*=UTF-8''Household%20income.csv");
    }

    @Test
    void leavesAnOpenEndEmpty() {
        assertThat(FileName.of("a", "甲", new Days(FIRST, null), Format.CSV).shown())
                .isEqualTo("甲_2020-01-01_.csv");
        assertThat(FileName.of("a", "甲", new Days(null, LAST), Format.CSV).ascii())
                .isEqualTo("a__2020-12-31.csv");
        assertThat(FileName.of("a", "甲", Days.ALL, Format.CSV).ascii()).isEqualTo("a.csv");
    }

    /** Neither ended as if it were whole, nor with a problem in its tail. */
    @Test
    void isBrokenOffWhereSomethingFails() {
        var name = FileName.of("a", "甲", Days.ALL, Format.XLSX);
        assertThatIOException()
                .isThrownBy(() -> Download.send(answer, Format.XLSX, name, this::failing))
                .withCauseInstanceOf(Refused.class);
        assertThat(answer.isCommitted()).isTrue();
        assertThat(new String(answer.getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("styles.xml");
    }

    private void failing(TableFile file) throws IOException {
        file.begin("t", List.of("a"));
        file.row(List.of(Cell.count(1)));
        throw new Refused(QueryRule.COME_AGAIN);
    }
}
