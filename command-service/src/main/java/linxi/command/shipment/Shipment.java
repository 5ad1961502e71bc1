package linxi.command.shipment;

import java.time.Instant;
import java.util.Map;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.events.LotId;
import linxi.events.ShipmentEvent;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.Tally;

/** What the rules need to know of a shipment, by state. {@link #after} never refuses: history is a fact. */
public sealed interface Shipment {
    static Shipment unknown() {
        return new Unknown();
    }

    Shipment after(ShipmentEvent event);

    /** How many lines it remembers. */
    default int size() {
        return switch (this) {
            case Unknown _ -> 0;
            case Known known -> known.consignment().lines().size();
        };
    }

    /** @throws Refused with {@code SHIPMENT_UNKNOWN} where nobody logged it */
    Known existing(ShipmentId shipment, String field);

    /** Nothing was recorded of it. */
    record Unknown() implements Shipment {
        @Override
        public Shipment after(ShipmentEvent event) {
            if (event instanceof ShipmentLogged logged) {
                return new Logged(Consignment.of(logged), logged.at());
            }
            throw new IllegalStateException("a shipment begins with its logging, not with " + event);
        }

        @Override
        public Known existing(ShipmentId shipment, String field) {
            throw new Refused(ShipmentRule.SHIPMENT_UNKNOWN, field, shipment);
        }
    }

    /** It was logged, whatever came after. */
    sealed interface Known extends Shipment {
        Consignment consignment();

        /** Business time of the latest event. */
        Instant last();

        @Override
        default Known existing(ShipmentId shipment, String field) {
            return this;
        }

        @Override
        default Shipment after(ShipmentEvent event) {
            return Passage.of(this, event);
        }

        /** What it is by now, as the reason why something else is no longer, or not yet, possible. */
        ShipmentRule fact();

        default Refused refusal() {
            return new Refused(fact(), consignment().shipment());
        }

        /** @throws Refused where there was no final receipt */
        default Received received() {
            return switch (this) {
                case Received received -> received;
                case Logged _, OnTheRoad _ ->
                    throw new Refused(ShipmentRule.NOT_RECEIVED, consignment().shipment());
                case Cancelled _, Lost _, Rejected _ -> throw refusal();
            };
        }

        /** @throws Refused with {@code TIME_RUNS_BACKWARDS} where a stated time is before the latest event */
        default Instant next(Moment moment) {
            return moment.notBefore(last(), ShipmentRule.TIME_RUNS_BACKWARDS);
        }
    }

    record Logged(Consignment consignment, Instant last) implements Known {
        @Override
        public ShipmentRule fact() {
            return ShipmentRule.NOT_DISPATCHED;
        }
    }

    /** Dispatched, and the market may say what came. */
    sealed interface OnTheRoad extends Known {
        /** What earlier receipts said, by lot; absent lots were not spoken of. */
        Map<LotId, Tally> tallies();
    }

    record InTransit(Consignment consignment, Instant last) implements OnTheRoad {
        @Override
        public ShipmentRule fact() {
            return ShipmentRule.ALREADY_DISPATCHED;
        }

        @Override
        public Map<LotId, Tally> tallies() {
            return Map.of();
        }
    }

    record Arrived(Consignment consignment, Instant last) implements OnTheRoad {
        @Override
        public ShipmentRule fact() {
            return ShipmentRule.ALREADY_ARRIVED;
        }

        @Override
        public Map<LotId, Tally> tallies() {
            return Map.of();
        }
    }

    record PartlyReceived(Consignment consignment, Map<LotId, Tally> tallies, Instant last) implements OnTheRoad {
        public PartlyReceived {
            tallies = Map.copyOf(tallies);
        }

        @Override
        public ShipmentRule fact() {
            return ShipmentRule.ALREADY_PARTLY_RECEIVED;
        }
    }

    /** RECEIVED or RECEIVED_WITH_DISCREPANCY. */
    record Received(Consignment consignment, Outcome outcome, Instant last) implements Known {
        /** @throws Refused with {@code SHIPMENT_IN_SETTLEMENT} */
        void needNotInSettlement() {
            if (outcome.settlement() != null) {
                throw new Refused(ShipmentRule.SHIPMENT_IN_SETTLEMENT, outcome.settlement());
            }
        }

        /** @throws Refused where there is nothing to agree to or dispute, or no longer */
        void needAnswerable() {
            if (!outcome.discrepancy()) {
                throw new Refused(ShipmentRule.NO_DISCREPANCY, consignment.shipment());
            }
            needNotInSettlement();
        }

        @Override
        public ShipmentRule fact() {
            return ShipmentRule.ALREADY_RECEIVED;
        }
    }

    record Cancelled(Consignment consignment, Instant last) implements Known {
        @Override
        public ShipmentRule fact() {
            return ShipmentRule.SHIPMENT_CANCELLED;
        }
    }

    record Lost(Consignment consignment, Instant last) implements Known {
        @Override
        public ShipmentRule fact() {
            return ShipmentRule.SHIPMENT_LOST;
        }
    }

    /** @param back what the origin has confirmed to be back, by lot */
    record Rejected(Consignment consignment, Map<LotId, Long> back, Instant last) implements Known {
        public Rejected {
            back = Map.copyOf(back);
        }

        @Override
        public ShipmentRule fact() {
            return ShipmentRule.SHIPMENT_REJECTED;
        }

        long back(LotId lot) {
            return back.getOrDefault(lot, 0L);
        }
    }
}
