package linxi.command.shipment;

import static linxi.command.shipment.Story.DAKANG;
import static linxi.command.shipment.Story.S1;
import static linxi.command.shipment.Story.T1;
import static linxi.command.shipment.Story.T2;
import static linxi.command.shipment.Story.YONGHUI;
import static linxi.command.shipment.Story.assertRefused;
import static linxi.command.shipment.Story.gift;
import static linxi.command.shipment.Story.line;
import static linxi.command.shipment.Story.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import linxi.command.Rule;
import linxi.command.party.PartyRule;
import linxi.command.product.AmountRule;
import linxi.command.product.Quoted;
import linxi.command.shipment.Shipment.PartlyReceived;
import linxi.events.Entered;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentKind;
import linxi.events.Tally;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConfirmReceiptTest {
    private final Story story = new Story().dispatched();

    private ReceiptConfirmed receipt() {
        return (ReceiptConfirmed) story.last.getFirst();
    }

    private void refused(Rule rule, boolean complete, StatedLine... lines) {
        var receipt = story.receipt(complete, lines);
        assertRefused(rule, () -> receipt.decide(story.shipment, story.registers));
    }

    @Nested
    class TheFinalOne {
        @Test
        void saysWhereEveryLineStandsAndWhatItComesTo() {
            story.received(line(T1, 40), line(T2, 20));
            assertThat(receipt().totals())
                    .extracting(LineTotal::gross)
                    .containsExactly(Money.ofFen(14_400), Money.ofFen(7_200));
            assertThat(story.outcome().outcome().discrepancy()).isFalse();
            assertThat(names(story.last)).containsExactly("ReceiptConfirmed");
        }

        @Test
        void comesToTheAcceptedAloneAndGivesTheShortBack() {
            story.received(line(T1, 30, 6, 3, 1, 0), line(T2, 20));
            assertThat(receipt().totals().getFirst().gross()).isEqualTo(Money.ofFen(10_800));
            assertThat(story.left(T1)).isEqualTo(66);
            assertThat(story.outcome().outcome().discrepancy()).isTrue();
        }

        @Test
        void paysForWhatIsOverButTakesNothingFromTheLot() {
            story.received(line(T1, 45, 0, 0, 0, 5), line(T2, 20));
            assertThat(receipt().totals().getFirst().gross()).isEqualTo(Money.ofFen(16_200));
            assertThat(story.left(T1)).isEqualTo(60);
        }

        @Test
        void comesAlsoAfterTheArrival() {
            var arrived = new Story().arrived().received(line(T1, 40), line(T2, 20));
            assertThat(arrived.outcome().outcome().tally(T1).accepted()).isEqualTo(40_000);
        }

        @Test
        void isDatedInShanghai() {
            story.received(line(T1, 40), line(T2, 20));
            assertThat(story.outcome().outcome().receivedOn()).hasToString("2020-05-06");
        }

        @Test
        void ofADonationComesToNothing() {
            var given = new Story();
            given.tell(
                    given.log(ShipmentKind.DONATION, gift(T1, 40)).decide(given.shipment, given.lots, given.registers));
            given.tell(given.dispatch(DAKANG).decide(given.shipment, given.lots, given.registers));
            given.received(line(T1, 40));
            assertThat(((ReceiptConfirmed) given.last.getFirst())
                            .totals()
                            .getFirst()
                            .gross())
                    .isEqualTo(Money.ZERO);
        }
    }

    @Nested
    class SeveralOnes {
        @Test
        void addUp() {
            story.partly(line(T1, 10, 2, 0, 0, 0)).partly(line(T1, 10), line(T2, 20));
            assertThat(story.shipment).isInstanceOf(PartlyReceived.class);
            story.received(line(T1, 18));
            assertThat(story.outcome().outcome().tally(T1)).isEqualTo(new Tally(38_000, 2_000, 0, 0, 0));
        }

        @Test
        void giveTheShortBackAtOnce() {
            story.partly(line(T1, 10, 2, 0, 0, 0));
            assertThat(names(story.last)).containsExactly("ReceiptConfirmed", "LotReservationReleased");
            assertThat(receipt().totals()).isEmpty();
            assertThat(story.left(T1)).isEqualTo(62);
        }

        @Test
        void areRoundedOnceOnTheTotal() {
            var third = new Quoted(1, "KILOGRAM");
            var odd = new Story();
            odd.tell(odd.log(new LogShipment.Asked(T1, new Entered(BigDecimal.ONE, "KILOGRAM"), third))
                    .decide(odd.shipment, odd.lots, odd.registers));
            odd.tell(odd.dispatch(DAKANG).decide(odd.shipment, odd.lots, odd.registers));
            odd.partly(grams(500)).received(grams(500));
            assertThat(((ReceiptConfirmed) odd.last.getFirst())
                            .totals()
                            .getFirst()
                            .gross())
                    .isEqualTo(Money.ofFen(1));
        }

        @Test
        void mayBeClosedWithNothingToAdd() {
            story.partly(line(T1, 40), line(T2, 20)).received();
            assertThat(receipt().complete()).isTrue();
            assertThat(receipt().totals()).hasSize(2);
        }

        private static StatedLine grams(long grams) {
            return new StatedLine(T1, new Entered(BigDecimal.valueOf(grams), "GRAM"), null, null, null, null, null);
        }
    }

    @Nested
    class Refuses {
        @Test
        void linesThatDoNotBalanceInTheEnd() {
            refused(ShipmentRule.RECEIPT_DOES_NOT_ADD_UP, true, line(T1, 39), line(T2, 20));
            refused(ShipmentRule.RECEIPT_DOES_NOT_ADD_UP, true, line(T1, 40));
            refused(ShipmentRule.RECEIPT_DOES_NOT_ADD_UP, true);
            story.partly(line(T1, 10));
            refused(ShipmentRule.RECEIPT_DOES_NOT_ADD_UP, true, line(T1, 29), line(T2, 20));
        }

        @Test
        void moreThanWasDispatched() {
            refused(ShipmentRule.MORE_RECEIVED_THAN_DISPATCHED, true, line(T1, 41), line(T2, 20));
            refused(ShipmentRule.MORE_RECEIVED_THAN_DISPATCHED, false, line(T1, 40, 0, 1, 0, 0));
            story.partly(line(T1, 30));
            refused(ShipmentRule.MORE_RECEIVED_THAN_DISPATCHED, false, line(T1, 11));
        }

        @Test
        void moreOverThanAccepted() {
            refused(ShipmentRule.OVER_MORE_THAN_ACCEPTED, true, line(T1, 4, 0, 41, 0, 5), line(T2, 20));
        }

        @Test
        void anythingNotAcceptedWithoutAReason() {
            refused(ShipmentRule.REASON_MISSING, true, line(T1, 39, 1, 0, 0, 0, null), line(T2, 20));
            refused(ShipmentRule.REASON_MISSING, true, line(T1, 39, 0, 1, 0, 0, " "), line(T2, 20));
            refused(ShipmentRule.REASON_MISSING, false, line(T1, 39, 0, 0, 1, 0, null));
            refused(ShipmentRule.REASON_MISSING, false, line(T1, 41, 0, 0, 0, 1, null));
        }

        @Test
        void lotsThatAreNotInTheShipment() {
            refused(ShipmentRule.LOT_NOT_IN_SHIPMENT, true, line(new LotId("T3"), 1));
        }

        @Test
        void aFormThatCannotBe() {
            refused(ShipmentRule.LOT_TWICE, true, line(T1, 20), line(T1, 20), line(T2, 20));
            refused(ShipmentRule.NO_LINES, false);
            refused(AmountRule.NEGATIVE_AMOUNT, true, line(T1, -1), line(T2, 20));
        }

        @Test
        void anotherThanTheMarketAndASuspendedOne() {
            var own = new ConfirmReceipt(S1, List.of(line(T1, 40)), true, DAKANG, story.tick());
            assertRefused(
                    ShipmentRule.NOT_THE_MARKET_OF_THE_SHIPMENT, () -> own.decide(story.shipment, story.registers));
            story.suspend(YONGHUI);
            refused(PartyRule.PARTY_SUSPENDED, true, line(T1, 40), line(T2, 20));
        }
    }
}
