package linxi.command.settlement;

import static linxi.command.settlement.Books.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linxi.events.IncomePath;
import org.junit.jupiter.api.Test;

/** 160 equal settlements over 980 equal households: rounding evens out (plain largest remainder ends 127 fen off). */
class EvenSharesTest {
    private static final int SETTLEMENTS = 160;
    private static final int HOUSEHOLDS = 980;
    private static final long NET = 5_400_000;

    @Test
    void leavesNobodyMoreThanAFenFromTheExactEntitlement() {
        var books = new Books();
        var members = new TreeMap<String, Long>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            members.put("H%03d".formatted(i), 1L);
        }
        books.publish("A", "tomato", Map.of(IncomePath.DIVIDEND, 10_000), Map.of(IncomePath.DIVIDEND, members));
        var sums = new Sums();
        for (int i = 0; i < SETTLEMENTS; i++) {
            books.shipment("S" + i, line("T" + i, "tomato", 15_000, 360));
            var opened = books.open("X" + i, List.of(), "S" + i);
            assertThat(opened).hasSize(2);
            books.agree("X" + i).forEach(sums::add);
            assertThat(sums.attributed).isEqualTo((i + 1) * NET);
            // |paid − exact| < 1 fen, multiplied by the number of households to stay in whole numbers.
            long exact = (i + 1) * NET;
            assertThat(sums.byHousehold)
                    .hasSize(HOUSEHOLDS)
                    .allSatisfy((_, paid) ->
                            assertThat(Math.abs(paid * HOUSEHOLDS - exact)).isLessThan(HOUSEHOLDS));
        }
        assertThat(sums.unattributed).isZero();
    }
}
