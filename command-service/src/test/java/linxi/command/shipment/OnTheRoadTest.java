package linxi.command.shipment;

import static linxi.command.shipment.Story.DAKANG;
import static linxi.command.shipment.Story.OTHER;
import static linxi.command.shipment.Story.S1;
import static linxi.command.shipment.Story.START;
import static linxi.command.shipment.Story.T1;
import static linxi.command.shipment.Story.T2;
import static linxi.command.shipment.Story.YONGHUI;
import static linxi.command.shipment.Story.assertRefused;
import static linxi.command.shipment.Story.line;
import static linxi.command.shipment.Story.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import linxi.command.Moment;
import linxi.command.lot.LotRule;
import linxi.command.party.PartyRule;
import linxi.command.shipment.Shipment.Arrived;
import linxi.command.shipment.Shipment.Cancelled;
import linxi.command.shipment.Shipment.InTransit;
import linxi.command.shipment.Shipment.Lost;
import linxi.command.shipment.Shipment.Rejected;
import linxi.events.Event;
import linxi.events.PartyId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OnTheRoadTest {
    private final Story story = new Story();

    /** Each state by the rule that says what it is, and how to get there. */
    private static final Map<ShipmentRule, Function<Story, Story>> STATES = Map.of(
            ShipmentRule.SHIPMENT_UNKNOWN, s -> s,
            ShipmentRule.NOT_DISPATCHED, Story::logged,
            ShipmentRule.ALREADY_DISPATCHED, Story::dispatched,
            ShipmentRule.ALREADY_ARRIVED, Story::arrived,
            ShipmentRule.ALREADY_PARTLY_RECEIVED, s -> s.dispatched().partly(line(T1, 1)),
            ShipmentRule.ALREADY_RECEIVED, s -> s.dispatched().received(line(T1, 40), line(T2, 20)),
            ShipmentRule.SHIPMENT_CANCELLED, s -> s.logged().tell(cancel(s, DAKANG)),
            ShipmentRule.SHIPMENT_LOST, s -> s.dispatched().tell(lose(s, DAKANG)),
            ShipmentRule.SHIPMENT_REJECTED, s -> s.dispatched().tell(reject(s, YONGHUI)));

    private static List<Event> cancel(Story s, PartyId by) {
        return new CancelShipment(S1, "rain", by, s.tick()).decide(s.shipment);
    }

    private static List<Event> lose(Story s, PartyId by) {
        return new ReportLoss(S1, "overturned", by, s.tick()).decide(s.shipment);
    }

    private static List<Event> reject(Story s, PartyId by) {
        return new RejectShipment(S1, "spoilt", by, s.tick()).decide(s.shipment);
    }

    private static List<Event> dispatch(Story s, PartyId by) {
        return s.dispatch(by).decide(s.shipment, s.lots, s.registers);
    }

    private static List<Event> arrive(Story s, PartyId by) {
        return new RecordArrival(S1, by, s.tick()).decide(s.shipment, s.registers);
    }

    private static void refusedInEveryStateBut(List<ShipmentRule> allowed, Function<Story, List<Event>> command) {
        STATES.forEach((rule, state) -> {
            if (!allowed.contains(rule)) {
                var story = state.apply(new Story());
                assertRefused(rule, () -> command.apply(story));
            }
        });
    }

    @Nested
    class Dispatch {
        @Test
        void sendsALoggedShipment() {
            assertThat(story.dispatched().shipment).isInstanceOf(InTransit.class);
            assertThat(story.left(T1)).isEqualTo(60);
        }

        @Test
        void isRefusedInAnyOtherState() {
            refusedInEveryStateBut(List.of(ShipmentRule.NOT_DISPATCHED), s -> dispatch(s, DAKANG));
        }

        @Test
        void isTheOriginsAlone() {
            story.logged();
            assertRefused(ShipmentRule.NOT_THE_ORIGIN_OF_THE_SHIPMENT, () -> dispatch(story, YONGHUI));
        }

        @Test
        void isRefusedWhileALotIsHeldOrTheOriginSuspended() {
            story.logged().hold(T2);
            assertRefused(LotRule.LOT_HELD, () -> dispatch(story, DAKANG));
            story.suspend(DAKANG);
            assertRefused(PartyRule.PARTY_SUSPENDED, () -> dispatch(story, DAKANG));
        }

        @Test
        void goesOnWhereTheMarketIsSuspended() {
            story.logged().suspend(YONGHUI);
            assertThat(dispatch(story, DAKANG)).hasSize(1);
        }

        @Test
        void isRefusedBeforeTheLogging() {
            story.logged();
            var early = new DispatchShipment(S1, null, DAKANG, Moment.stated(START));
            assertRefused(
                    ShipmentRule.TIME_RUNS_BACKWARDS, () -> early.decide(story.shipment, story.lots, story.registers));
        }

        @Test
        void movesAClockThatLagsUpToTheEventBefore() {
            story.logged();
            var lagging = new DispatchShipment(S1, null, DAKANG, Moment.clock(START));
            assertThat(lagging.decide(story.shipment, story.lots, story.registers)
                            .getFirst()
                            .at())
                    .isEqualTo(story.last.getFirst().at());
        }
    }

    @Nested
    class Arrival {
        @Test
        void endsTheTransit() {
            assertThat(story.arrived().shipment).isInstanceOf(Arrived.class);
        }

        @Test
        void isRefusedInAnyOtherState() {
            refusedInEveryStateBut(List.of(ShipmentRule.ALREADY_DISPATCHED), s -> arrive(s, YONGHUI));
        }

        @Test
        void isTheMarketsAloneAndNotOfASuspendedOne() {
            story.dispatched().suspend(YONGHUI);
            assertRefused(ShipmentRule.NOT_THE_MARKET_OF_THE_SHIPMENT, () -> arrive(story, DAKANG));
            assertRefused(PartyRule.PARTY_SUSPENDED, () -> arrive(story, YONGHUI));
        }
    }

    @Nested
    class Cancellation {
        @Test
        void givesEveryLotItsStockBack() {
            story.logged().tell(cancel(story, DAKANG));
            assertThat(names(story.last))
                    .containsExactly("ShipmentCancelled", "LotReservationReleased", "LotReservationReleased");
            assertThat(story.shipment).isInstanceOf(Cancelled.class);
            assertThat(story.left(T1) + story.left(T2)).isEqualTo(150);
        }

        @Test
        void isRefusedInAnyOtherState() {
            refusedInEveryStateBut(List.of(ShipmentRule.NOT_DISPATCHED), s -> cancel(s, DAKANG));
        }

        @Test
        void isTheOriginsAloneAlsoASuspendedOnes() {
            story.logged().suspend(DAKANG);
            assertRefused(ShipmentRule.NOT_THE_ORIGIN_OF_THE_SHIPMENT, () -> cancel(story, YONGHUI));
            assertThat(cancel(story, DAKANG)).hasSize(3);
        }
    }

    @Nested
    class Loss {
        @Test
        void leavesTheLotsAsTheyAre() {
            story.dispatched().tell(lose(story, YONGHUI));
            assertThat(names(story.last)).containsExactly("ShipmentLost");
            assertThat(story.shipment).isInstanceOf(Lost.class);
            assertThat(story.left(T1)).isEqualTo(60);
        }

        @Test
        void isRefusedInAnyOtherState() {
            refusedInEveryStateBut(List.of(ShipmentRule.ALREADY_DISPATCHED), s -> lose(s, DAKANG));
        }

        @Test
        void isEitherSidesAndNobodyElses() {
            story.dispatched();
            assertThat(lose(story, DAKANG)).hasSize(1);
            assertRefused(ShipmentRule.NO_SIDE_OF_THE_SHIPMENT, () -> lose(story, OTHER));
        }
    }

    @Nested
    class Rejection {
        @Test
        void keepsTheStockAwayUntilTheOriginHasItBack() {
            story.arrived().tell(reject(story, YONGHUI));
            assertThat(story.shipment).isInstanceOf(Rejected.class);
            assertThat(story.left(T1)).isEqualTo(60);
        }

        @Test
        void isRefusedInAnyOtherState() {
            refusedInEveryStateBut(
                    List.of(ShipmentRule.ALREADY_DISPATCHED, ShipmentRule.ALREADY_ARRIVED), s -> reject(s, YONGHUI));
        }

        @Test
        void isTheMarketsAlone() {
            story.dispatched();
            assertRefused(ShipmentRule.NOT_THE_MARKET_OF_THE_SHIPMENT, () -> reject(story, DAKANG));
        }
    }

    @Nested
    class Receipt {
        @Test
        void isRefusedUnlessItIsOnTheRoad() {
            refusedInEveryStateBut(
                    List.of(
                            ShipmentRule.ALREADY_DISPATCHED,
                            ShipmentRule.ALREADY_ARRIVED,
                            ShipmentRule.ALREADY_PARTLY_RECEIVED),
                    s -> s.receipt(true, line(T1, 40), line(T2, 20)).decide(s.shipment, s.registers));
        }
    }
}
