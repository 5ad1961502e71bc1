package linxi.command.shipment;

import static linxi.command.shipment.Story.OTHER;
import static linxi.command.shipment.Story.S1;
import static linxi.command.shipment.Story.T1;
import static linxi.command.shipment.Story.T2;
import static linxi.command.shipment.Story.YONGHUI;
import static linxi.command.shipment.Story.assertRefused;
import static linxi.command.shipment.Story.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import linxi.command.product.AmountRule;
import linxi.events.Event;
import linxi.events.LotId;
import linxi.events.PartyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReturnTest {
    /** T1: 30 accepted, 6 short, 3 rejected, 1 lost of 40; T2: all 20. */
    private final Story story = new Story().receivedWithDiscrepancy();

    private List<Event> back(LotId lot, long kilograms) {
        return story.back(lot, kilograms).decide(story.shipment, story.registers);
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
            assertRefused(AmountRule.ZERO_AMOUNT, () -> back(T1, 0));
        }

        @Test
        void isRefusedWhereNothingWasRejectedYet() {
            story.shipment = new Story().dispatched().shipment;
            assertRefused(ShipmentRule.NOT_RECEIVED, () -> back(T1, 1));
        }
    }
}
