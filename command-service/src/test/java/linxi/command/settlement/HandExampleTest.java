package linxi.command.settlement;

import static linxi.command.settlement.Books.kilograms;
import static linxi.command.settlement.Books.line;
import static linxi.events.IncomePath.DIVIDEND;
import static linxi.events.IncomePath.ORDER_PURCHASE;
import static linxi.events.IncomePath.WAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import linxi.events.DeductionKind;
import linxi.events.Event;
import linxi.events.SettlementEvent.SettlementAgreed;
import org.junit.jupiter.api.Test;

/**
 * Written out by hand; nothing divides evenly.
 *
 * <pre>
 * L1 tomato 7 kg × 143 = 1 001 (H1 : H2 = 2 : 5), L2 tomato 1 kg × 143 = 143 (nobody said who), L3 beef 3 kg × 333 = 999 (no agreement)
 * gross 2 143, deduction 3.33 % = 71.3619 → 71, net 2 072
 * group A/1/tomato 1 144: 2 072 × 1 144 ÷ 2 143 = 1 106.09…; uncovered 999: 965.90… → 1 106 and 966
 * paths of 1 106: DIVIDEND 333 bp = 36.8298, ORDER_PURCHASE 5 000 = 553, WAGE 4 667 = 516.1702 → 37, 553, 516
 * DIVIDEND has no members: 37 unattributed
 * ORDER_PURCHASE: with contributions 553 × 1 001 ÷ 1 144 = 483.875, without 69.125 → 484 and 69 unattributed
 * H1 484 × 2 ÷ 7 = 138.285714…, H2 345.714285… → 138 and 346
 * WAGE 516 over 1 : 1 : 1 = 172 each
 * unattributed 966 + 37 + 69 = 1 072; attributed 484 + 516 = 1 000
 * </pre>
 */
class HandExampleTest {
    private final Books books = new Books();

    private List<Event> agreed() {
        books.lot("L1", Map.of("H1", 2L, "H2", 5L));
        books.shipment("S", line("L1", "tomato", 7, 143), line("L2", "tomato", 1, 143), line("L3", "beef", 3, 333));
        var published = books.publish(
                "A",
                "tomato",
                Map.of(ORDER_PURCHASE, 5_000, WAGE, 4_667, DIVIDEND, 333),
                Map.of(WAGE, Map.of("H1", 1L, "H3", 1L, "H4", 1L)));
        assertThat(published).hasSize(2);
        var opened = books.open("X", List.of(new StatedDeduction(DeductionKind.OTHER, null, 333, null)), "S");
        assertThat(opened).hasSize(2);
        return books.agree("X");
    }

    @Test
    void sharesAsWorkedOutByHand() {
        var events = agreed();
        var agreed = (SettlementAgreed) events.getFirst();
        assertThat(agreed.groups()).singleElement().satisfies(group -> {
            assertThat(group.gross().fen()).isEqualTo(1_144);
            assertThat(group.net().fen()).isEqualTo(1_106);
        });
        assertThat(agreed.unattributed().fen()).isEqualTo(1_072);
        var sums = Sums.of(events);
        assertThat(sums.byHousehold)
                .isEqualTo(Map.of(
                        "ORDER_PURCHASE H1",
                        138L,
                        "ORDER_PURCHASE H2",
                        346L,
                        "WAGE H1",
                        172L,
                        "WAGE H3",
                        172L,
                        "WAGE H4",
                        172L));
        assertThat(sums.entitlements)
                .containsEntry("ORDER_PURCHASE H1", 138_285_714L)
                .containsEntry("ORDER_PURCHASE H2", 345_714_286L);
    }

    /**
     * 2 kg of L1 go back: 286 of 2 143. Deductions kept 71 × 1 857 ÷ 2 143 = 61.52… → 62; net 1 795, so 277 go back, all
     * of it in the group: DIVIDEND 9.2241, ORDER_PURCHASE 138.5, WAGE 129.2759 → 9, 139, 129. H1 139 × 2 ÷ 7 =
     * 39.714285…, H2 99.285714…. Carries were +285 714 and −285 714: after paying whole fen H1 is owed
     * 285 714 − 714 286 = −428 572, H2 −285 714 − 285 714 = −571 428: the missing fen comes from H2, −39 and −100.
     */
    @Test
    void takesBackAsWorkedOutByHand() {
        var agreed = agreed();
        assertThat(agreed).isNotEmpty();
        var sums = Sums.of(books.takeBack("X", kilograms("S", "L1", 2)));
        assertThat(sums.unattributed).isEqualTo(-9);
        assertThat(sums.byHousehold)
                .isEqualTo(Map.of(
                        "ORDER_PURCHASE H1",
                        -39L,
                        "ORDER_PURCHASE H2",
                        -100L,
                        "WAGE H1",
                        -43L,
                        "WAGE H3",
                        -43L,
                        "WAGE H4",
                        -43L));
    }
}
