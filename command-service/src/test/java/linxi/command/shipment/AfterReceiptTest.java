package linxi.command.shipment;

import static linxi.command.shipment.Story.DAKANG;
import static linxi.command.shipment.Story.OTHER;
import static linxi.command.shipment.Story.S1;
import static linxi.command.shipment.Story.T1;
import static linxi.command.shipment.Story.T2;
import static linxi.command.shipment.Story.YONGHUI;
import static linxi.command.shipment.Story.assertRefused;
import static linxi.command.shipment.Story.line;
import static linxi.command.shipment.Story.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import linxi.command.Rule;
import linxi.command.shipment.Outcome.Answer;
import linxi.events.Event;
import linxi.events.LotAmount;
import linxi.events.LotEvent.LotReserved;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.Quantity;
import linxi.events.SettlementId;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentEvent.ShipmentUnsettled;
import linxi.events.ShipmentId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AfterReceiptTest {
    /** T1: 30 accepted, 6 short, 3 rejected, 1 lost of 40; T2: all 20. */
    private final Story story = new Story().receivedWithDiscrepancy();

    private List<Event> agree() {
        return new AgreeDiscrepancy(S1, DAKANG, story.tick()).decide(story.shipment);
    }

    private List<Event> dispute() {
        return new DisputeDiscrepancy(S1, "weighed here", DAKANG, story.tick()).decide(story.shipment);
    }

    private List<Event> correct(StatedLine... lines) {
        return story.correction(lines).decide(story.shipment, story.lots, story.registers);
    }

    private List<Event> back(LotId lot, long kilograms) {
        return story.back(lot, kilograms).decide(story.shipment, story.registers);
    }

    /** Everything of another shipment takes the rest of T1: 66 kg. */
    private void shipTheRestOfT1() {
        var left = Quantity.grams(story.left(T1) * 1_000);
        story.tell(List.of(new LotReserved(
                T1, DAKANG, new ShipmentId("S2"), left, story.tick().at())));
    }

    @Nested
    class ADiscrepancy {
        @Test
        void isAgreedOrDisputedAndTheOtherWayRound() {
            story.tell(agree()).tell(dispute());
            assertThat(story.outcome().outcome().answer()).isEqualTo(Answer.DISPUTED);
            story.tell(agree());
            assertThat(story.outcome().outcome().answer()).isEqualTo(Answer.AGREED);
        }

        @Test
        void isNotAnsweredTwiceTheSame() {
            story.tell(agree());
            assertRefused(ShipmentRule.ALREADY_AGREED, () -> agree());
            story.tell(dispute());
            assertRefused(ShipmentRule.ALREADY_DISPUTED, () -> dispute());
        }

        @Test
        void isNotAnsweredInASettlement() {
            story.settled();
            assertRefused(ShipmentRule.SHIPMENT_IN_SETTLEMENT, () -> agree());
            assertRefused(ShipmentRule.SHIPMENT_IN_SETTLEMENT, () -> dispute());
        }

        @Test
        void isTheOriginsToAnswer() {
            var answer = new AgreeDiscrepancy(S1, YONGHUI, story.tick());
            assertRefused(ShipmentRule.NOT_THE_ORIGIN_OF_THE_SHIPMENT, () -> answer.decide(story.shipment));
        }

        @Test
        void hasToBeThere() {
            story.tell(correct(line(T1, 40)));
            assertRefused(ShipmentRule.NO_DISCREPANCY, () -> agree());
            story.shipment = new Story().arrived().shipment;
            assertRefused(ShipmentRule.NOT_RECEIVED, () -> dispute());
        }
    }

    @Nested
    class ACorrection {
        @Test
        void saysBothWordsAndTheirGross() {
            story.tell(correct(line(T1, 31, 5, 3, 1, 0)));
            var event = (ReceiptCorrected) story.last.getFirst();
            assertThat(event.lines().getFirst().grossBefore()).isEqualTo(Money.ofFen(10_800));
            assertThat(event.lines().getFirst().grossAfter()).isEqualTo(Money.ofFen(11_160));
            assertThat(event.discrepancy()).isTrue();
        }

        @Test
        void takesStockAgainWhereLessWasShort() {
            story.tell(correct(line(T1, 36, 0, 3, 1, 0)));
            assertThat(names(story.last)).containsExactly("ReceiptCorrected", "LotReserved");
            assertThat(story.left(T1)).isEqualTo(60);
        }

        @Test
        void givesStockBackWhereMoreWasShort() {
            story.tell(correct(line(T1, 20, 16, 3, 1, 0)));
            assertThat(names(story.last)).containsExactly("ReceiptCorrected", "LotReservationReleased");
            assertThat(story.left(T1)).isEqualTo(76);
        }

        @Test
        void clearsAgreementAndDispute() {
            story.tell(dispute()).tell(correct(line(T2, 19, 1, 0, 0, 0)));
            assertThat(story.outcome().outcome().answer()).isEqualTo(Answer.NONE);
            story.tell(agree()).tell(correct(line(T2, 20)));
            assertThat(story.outcome().outcome().answer()).isEqualTo(Answer.NONE);
        }

        @Test
        void leavesNoDiscrepancyWhereEveryLineIsAsDispatched() {
            story.tell(correct(line(T1, 40)));
            assertThat(((ReceiptCorrected) story.last.getFirst()).discrepancy()).isFalse();
            assertThat(story.outcome().outcome().receivedOn()).hasToString("2020-05-06");
        }

        @Test
        void isRefusedInASettlementAndAllowedAfterIt() {
            story.settled();
            assertRefused(ShipmentRule.SHIPMENT_IN_SETTLEMENT, () -> correct(line(T1, 40)));
            story.tell(List.of(unsettled(List.of())));
            assertThat(correct(line(T1, 40))).hasSize(2);
        }

        @Test
        void isRefusedWhereTheStockWasShippedAgain() {
            shipTheRestOfT1();
            assertRefused(ShipmentRule.STOCK_ALREADY_USED, () -> correct(line(T1, 31, 5, 3, 1, 0)));
            assertThat(correct(line(T1, 33, 6, 0, 1, 0))).hasSize(1);
        }

        @Test
        void isRefusedBelowWhatIsBackAtTheOrigin() {
            story.tell(back(T1, 2));
            assertRefused(ShipmentRule.STOCK_ALREADY_USED, () -> correct(line(T1, 32, 6, 1, 1, 0)));
            assertThat(correct(line(T1, 31, 6, 2, 1, 0))).hasSize(1);
        }

        @Test
        void isRefusedBelowWhatWasReturnedAfterTheSale() {
            story.settled().tell(List.of(unsettled(List.of(new LotAmount(T1, Quantity.grams(4_000))))));
            assertThat(story.outcome().outcome().kept(T1)).isEqualTo(26_000);
            assertRefused(ShipmentRule.STOCK_ALREADY_USED, () -> correct(line(T1, 3, 36, 0, 1, 0)));
        }

        @Test
        void balancesAndHasReasonsLikeAReceipt() {
            refused(ShipmentRule.RECEIPT_DOES_NOT_ADD_UP, line(T1, 39));
            refused(ShipmentRule.MORE_RECEIVED_THAN_DISPATCHED, line(T1, 41));
            refused(ShipmentRule.OVER_MORE_THAN_ACCEPTED, line(T1, 0, 41, 0, 0, 1));
            refused(ShipmentRule.REASON_MISSING, line(T1, 39, 1, 0, 0, 0, null));
            refused(ShipmentRule.NO_LINES);
            refused(ShipmentRule.LOT_TWICE, line(T1, 40), line(T1, 40));
            refused(ShipmentRule.LOT_NOT_IN_SHIPMENT, line(new LotId("T3"), 40));
        }

        @Test
        void isTheMarketsAndComesAfterTheFinalReceipt() {
            var own = new CorrectReceipt(S1, List.of(line(T1, 40)), "no", DAKANG, story.tick());
            assertRefused(
                    ShipmentRule.NOT_THE_MARKET_OF_THE_SHIPMENT,
                    () -> own.decide(story.shipment, story.lots, story.registers));
            story.shipment = new Story().dispatched().partly(line(T1, 1)).shipment;
            refused(ShipmentRule.NOT_RECEIVED, line(T1, 40));
        }

        private void refused(Rule rule, StatedLine... lines) {
            assertRefused(rule, () -> correct(lines));
        }

        private ShipmentUnsettled unsettled(List<LotAmount> returned) {
            return new ShipmentUnsettled(
                    S1, DAKANG, new SettlementId("C1"), returned, story.tick().at());
        }
    }

    @Nested
    class AReturn {
        @Test
        void putsRejectedGoodsBackIntoTheirLot() {
            story.tell(back(T1, 2));
            assertThat(names(story.last)).containsExactly("ReturnReceived", "LotReservationReleased");
            assertThat(story.left(T1)).isEqualTo(68);
        }

        @Test
        void comesInPartsUpToWhatWasRejected() {
            story.tell(back(T1, 2)).tell(back(T1, 1));
            assertRefused(ShipmentRule.MORE_RETURNED_THAN_REJECTED, () -> back(T1, 1));
            assertRefused(ShipmentRule.MORE_RETURNED_THAN_REJECTED, () -> back(T2, 1));
        }

        @Test
        void goesOnInASettlement() {
            assertThat(story.settled().tell(back(T1, 3)).outcome().outcome().settlement())
                    .isNotNull();
        }

        @Test
        void isTheOriginsAlone() {
            assertRefused(ShipmentRule.NOT_THE_ORIGIN_OF_THE_SHIPMENT, () -> returned(YONGHUI));
            assertRefused(ShipmentRule.NOT_THE_ORIGIN_OF_THE_SHIPMENT, () -> returned(OTHER));
        }

        private List<Event> returned(PartyId by) {
            return new ReceiveReturn(S1, story.back(T1, 1).lines(), by, story.tick())
                    .decide(story.shipment, story.registers);
        }
    }

    @Nested
    class AReturnOfARejectedShipment {
        @BeforeEach
        void reject() {
            story.shipment = new Story().dispatched().shipment;
            story.tell(new RejectShipment(S1, "spoilt", YONGHUI, story.tick()).decide(story.shipment));
        }

        @Test
        void mayBeAllOfIt() {
            story.tell(back(T1, 30)).tell(back(T1, 10));
            assertRefused(ShipmentRule.MORE_RETURNED_THAN_REJECTED, () -> back(T1, 1));
        }

        @Test
        void namesLotsOfTheShipmentAndAmountsAboveZero() {
            assertRefused(ShipmentRule.LOT_NOT_IN_SHIPMENT, () -> back(new LotId("T3"), 1));
            assertRefused(linxi.command.product.AmountRule.ZERO_AMOUNT, () -> back(T1, 0));
        }

        @Test
        void isRefusedWhereNothingWasRejectedYet() {
            story.shipment = new Story().dispatched().shipment;
            assertRefused(ShipmentRule.NOT_RECEIVED, () -> back(T1, 1));
        }
    }
}
