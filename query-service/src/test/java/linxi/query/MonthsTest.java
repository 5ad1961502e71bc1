package linxi.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A span of days falls into whole months and what lies beside them, and nothing twice. */
class MonthsTest {
    @Test
    void aYearIsAllMonths() {
        var year = days("2020-01-01", "2020-12-31");
        assertThat(Months.wholeOf(year)).isEqualTo(months("2020-01", "2020-12"));
        assertThat(Months.wholeOf(year).spansBeside(year)).isEmpty();
    }

    @Test
    void endsThatAreNoWholeMonthsLieBeside() {
        var span = days("2020-01-02", "2020-04-29");
        assertThat(Months.wholeOf(span)).isEqualTo(months("2020-02", "2020-03"));
        assertThat(Months.wholeOf(span).spansBeside(span))
                .containsExactly(days("2020-01-02", "2020-01-31"), days("2020-04-01", "2020-04-29"));
    }

    @Test
    void aSpanWithoutAWholeMonthLiesBesideAsItIs() {
        var span = days("2020-01-02", "2020-02-28");
        assertThat(Months.wholeOf(span)).isEqualTo(Months.NONE);
        assertThat(Months.wholeOf(span).spansBeside(span)).containsExactly(span);
    }

    /** The month after it would sort before all others. */
    @Test
    void theLastMonthOfAllHasNoneBehindIt() {
        var last = days("9999-12-15", null);
        assertThat(Months.wholeOf(last)).isEqualTo(Months.NONE);
        assertThat(Months.wholeOf(last).spansBeside(last)).containsExactly(last);
    }

    @Test
    void openEndsAreWholeForEver() {
        assertThat(Months.wholeOf(Days.ALL)).isEqualTo(new Months(null, null, false));
        assertThat(Months.wholeOf(Days.ALL).spansBeside(Days.ALL)).isEmpty();
        var since = days("2020-02-29", null);
        assertThat(Months.wholeOf(since).spansBeside(since)).containsExactly(days("2020-02-29", "2020-02-29"));
    }

    private static Months months(String from, String to) {
        return new Months(YearMonth.parse(from), YearMonth.parse(to), false);
    }

    private static Days days(@Nullable String from, @Nullable String to) {
        return new Days(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
