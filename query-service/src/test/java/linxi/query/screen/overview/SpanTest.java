package linxi.query.screen.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    private static Span at(String instant, String... parameters) {
        var all = new HashMap<String, String[]>();
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], new String[] {parameters[i + 1]});
        }
        return Span.of(new Asked(all), Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-12-31T15:59:59Z,TODAY,2020-12-31,2020-12-31",
        "2020-12-31T16:00:00Z,TODAY,2021-01-01,2021-01-01",
        "2020-12-31T15:59:59Z,MONTH,2020-12-01,2020-12-31",
        "2020-12-31T16:00:00Z,MONTH,2021-01-01,2021-01-31",
        "2020-12-31T15:59:59Z,YEAR,2020-01-01,2020-12-31",
        "2020-12-31T16:00:00Z,YEAR,2021-01-01,2021-12-31",
    })
    void todayEndsAtMidnightInShanghai(String now, String period, LocalDate from, LocalDate to) {
        assertThat(at(now, "period", period).days()).isEqualTo(new Days(from, to));
    }

    @Test
    void isAllWhereNothingIsAsked() {
        assertThat(at("2020-05-01T00:00:00Z").period()).isEqualTo(Span.Period.ALL);
        assertThat(at("2020-05-01T00:00:00Z", "from", "2020-01-01").period()).isNull();
    }

    @Test
    void refusesTwoAnswersToOneQuestion() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> at("2020-05-01T00:00:00Z", "period", "TODAY", "to", "2020-01-01"));
    }

    @Test
    void isShownByDayForTwoMonths() {
        assertThat(at("2020-05-01T00:00:00Z", "from", "2020-01-01", "to", "2020-03-02")
                        .days()
                        .areDaily())
                .isTrue();
        assertThat(at("2020-05-01T00:00:00Z", "from", "2020-01-01", "to", "2020-03-03")
                        .days()
                        .areDaily())
                .isFalse();
        assertThat(at("2020-05-01T00:00:00Z", "from", "2020-01-01").days().areDaily())
                .isFalse();
    }
}
