package linxi.command.settlement;

import static linxi.command.settlement.Books.kilograms;
import static linxi.command.settlement.Books.line;
import static linxi.events.IncomePath.ASSET_RENT;
import static linxi.events.IncomePath.DIVIDEND;
import static linxi.events.IncomePath.LAND_TRANSFER;
import static linxi.events.IncomePath.ORDER_PURCHASE;
import static linxi.events.IncomePath.WAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import linxi.command.attribution.CarryKey;
import linxi.events.AgreementId;
import linxi.events.DeductionKind;
import linxi.events.Money;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementEvent.SettlementReversed;
import linxi.events.ShipmentEvent.ShipmentUnsettled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked example of the domain rules, to the fen. */
class WorkedExampleTest {
    private final Books books = new Books();

    @BeforeEach
    void tomatoes() {
        books.lot(
                "T1",
                Map.of(
                        "H01", 400_001L, "H02", 399_999L, "H03", 350_007L, "H04", 349_993L, "H05", 333_333L, "H06",
                        333_334L, "H07", 233_333L));
        books.lot("T2", Map.of("H08", 10_000L));
        books.shipment("S1", line("T1", "tomato", 2_400_000, 360), line("T2", "tomato", 0, 360));
        books.publish(
                "A1",
                "tomato",
                Map.of(ORDER_PURCHASE, 7_000, WAGE, 1_500, LAND_TRANSFER, 800, ASSET_RENT, 500, DIVIDEND, 200),
                Map.of(
                        WAGE, Map.of("H09", 1L, "H10", 1L),
                        LAND_TRANSFER, Map.of("H11", 1L),
                        ASSET_RENT, Map.of("H11", 1L),
                        DIVIDEND, Map.of("H01", 1L, "H02", 1L, "H03", 1L)));
        var events = books.open(
                "X1",
                List.of(
                        new StatedDeduction(DeductionKind.FREIGHT, null, 1_200, null),
                        new StatedDeduction(DeductionKind.MARKET_FEE, null, 300, null),
                        new StatedDeduction(DeductionKind.COOPERATIVE_FEE, 43_200_000L, null, "contract 7")),
                "S1");
        var opened = (SettlementOpened) events.getFirst();
        assertThat(opened.gross()).isEqualTo(Money.ofFen(864_000_000));
        assertThat(opened.deductions())
                .extracting(one -> one.amount().fen())
                .containsExactly(103_680_000L, 25_920_000L, 43_200_000L);
        assertThat(opened.net()).isEqualTo(Money.ofFen(691_200_000));
    }

    @Test
    void paysEveryHouseholdToTheFen() {
        var sums = Sums.of(books.agree("X1"));
        assertThat(sums.byPath)
                .isEqualTo(Map.of(
                        ORDER_PURCHASE, 483_840_000L,
                        WAGE, 103_680_000L,
                        LAND_TRANSFER, 55_296_000L,
                        ASSET_RENT, 34_560_000L,
                        DIVIDEND, 13_824_000L));
        assertThat(sums.unattributed).isZero();
        assertThat(orderPurchase(sums))
                .isEqualTo(Map.of(
                        "H01", 80_640_202L,
                        "H02", 80_639_798L,
                        "H03", 70_561_411L,
                        "H04", 70_558_589L,
                        "H05", 67_199_933L,
                        "H06", 67_200_134L,
                        "H07", 47_039_933L));
        assertThat(sums.entitlements).containsEntry("ORDER_PURCHASE H01", 80_640_201_600_000L);
        assertThat(sums.byHousehold)
                .containsEntry("WAGE H09", 51_840_000L)
                .containsEntry("LAND_TRANSFER H11", 55_296_000L)
                .containsEntry("DIVIDEND H02", 4_608_000L);
    }

    @Test
    void takesBackForReturnedGoodsToTheFen() {
        books.agree("X1");
        books.pay("X1");
        var events = books.takeBack("X1", kilograms("S1", "T1", 3_000));
        var returned = (GoodsReturned) events.getFirst();
        assertThat(returned.gross()).isEqualTo(Money.ofFen(1_080_000));
        assertThat(returned.netReturned()).isEqualTo(Money.ofFen(864_000));
        assertThat(returned.deductionsKept())
                .extracting(one -> one.amount().fen())
                .containsExactly(103_550_400L, 25_887_600L, 43_146_000L);
        var sums = Sums.of(events);
        assertThat(sums.byPath)
                .isEqualTo(Map.of(
                        ORDER_PURCHASE,
                        -604_800L,
                        WAGE,
                        -129_600L,
                        LAND_TRANSFER,
                        -69_120L,
                        ASSET_RENT,
                        -43_200L,
                        DIVIDEND,
                        -17_280L));
        assertThat(orderPurchase(sums))
                .isEqualTo(Map.of(
                        "H01", -100_801L,
                        "H02", -100_799L,
                        "H03", -88_202L,
                        "H04", -88_198L,
                        "H05", -84_000L,
                        "H06", -84_000L,
                        "H07", -58_800L));
        assertThat(carries())
                .isEqualTo(Map.of(
                        "H01", 348_000L, "H02", -348_000L, "H03", 436_000L, "H04", -436_000L, "H05", -116_000L, "H06",
                        232_000L, "H07", -116_000L));
    }

    @Test
    void bringsEveryHouseholdBackWhenReversed() {
        var sums = new Sums();
        books.agree("X1").forEach(sums::add);
        books.pay("X1").forEach(sums::add);
        books.takeBack("X1", kilograms("S1", "T1", 3_000)).forEach(sums::add);
        var events = books.reverse("X1");
        events.forEach(sums::add);
        assertThat(sums.byHousehold.values()).containsOnly(0L);
        assertThat(sums.entitlements.values()).containsOnly(0L);
        assertThat(sums.unattributed).isZero();
        assertThat(carries().values()).containsOnly(0L);
        assertThat(((SettlementReversed) events.getFirst()).refundDue()).isEqualTo(Money.ofFen(690_336_000));
        var unsettled = (ShipmentUnsettled) events.get(1);
        assertThat(unsettled.returned()).singleElement().satisfies(back -> {
            assertThat(back.lot().value()).isEqualTo("T1");
            assertThat(back.quantity().amount()).isEqualTo(3_000_000);
        });
    }

    @Test
    void settlesAgainForWhatIsKept() {
        books.agree("X1");
        books.takeBack("X1", kilograms("S1", "T1", 3_000));
        books.reverse("X1");
        var opened = (SettlementOpened) books.open("X2", List.of(), "S1").getFirst();
        assertThat(opened.gross()).isEqualTo(Money.ofFen(862_920_000));
    }

    private static Map<String, Long> orderPurchase(Sums sums) {
        return sums.byHousehold.entrySet().stream()
                .filter(one -> one.getKey().startsWith("ORDER_PURCHASE "))
                .collect(Collectors.toMap(one -> one.getKey().substring(15), Map.Entry::getValue));
    }

    private Map<String, Long> carries() {
        return Objects.requireNonNull(books.carries.get(new CarryKey(new AgreementId("A1"), ORDER_PURCHASE)))
                .households()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(one -> one.getKey().value(), Map.Entry::getValue));
    }
}
