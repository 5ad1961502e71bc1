package linxi.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import linxi.events.BaseUnit;
import linxi.events.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    /** The largest sum that a command may state. */
    private static final long MOST_FEN = 1_000_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "0,0.00",
        "1,0.01",
        "-1,-0.01",
        "100,1.00",
        "86400000,864000.00",
        "1000000000000,10000000000.00",
        "9223372036854775807,92233720368547758.07"
    })
    void writesFenAsYuanDigitByDigit(long fen, String yuan) {
        assertThat(text(Cell.yuan(Money.ofFen(fen)))).isEqualTo(yuan);
    }

    /** Excel knows binary fractions only: what it reads must still be the same fen. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 29, 57, 115, MOST_FEN - 1, MOST_FEN, -MOST_FEN})
    void isReadBackToTheFen(long fen) {
        assertThat(readByExcel(fen)).isEqualTo(fen);
    }

    @Test
    void anySumIsReadBackToTheFen() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            long fen = random.nextLong(-MOST_FEN, MOST_FEN + 1);
            assertThat(readByExcel(fen)).as("seed " + seed).isEqualTo(fen);
        }
    }

    private static long readByExcel(long fen) {
        double yuan = Double.parseDouble(text(Cell.yuan(Money.ofFen(fen))));
        return new BigDecimal(yuan)
                .setScale(2, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    @Test
    void statesKilogramsAndPieces() {
        assertThat(text(Cell.amount(1_234_567, BaseUnit.GRAM))).isEqualTo("1234.567");
        assertThat(text(Cell.amount(0, BaseUnit.GRAM))).isEqualTo("0.000");
        assertThat(text(Cell.amount(12, BaseUnit.PIECE))).isEqualTo("12");
    }

    @Test
    void statesTimesInShanghai() {
        assertThat(Cell.moment(Instant.parse("2020-05-01T16:00:00.5Z")))
                .isEqualTo(new Cell.Moment(LocalDateTime.parse("2020-05-02T00:00:00")));
    }

    private static String text(Cell cell) {
        return ((Cell.Figure) cell).number().toString();
    }
}
