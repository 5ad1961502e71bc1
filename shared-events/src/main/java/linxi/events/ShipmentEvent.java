package linxi.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a shipment. */
public sealed interface ShipmentEvent extends OriginEvent {
    ShipmentId shipment();

    @Override
    default StreamId stream() {
        return StreamId.of(shipment());
    }

    /** @param price of a SALE; null on a DONATION or TRANSFER */
    record Line(
            LotId lot,
            ProductId product,
            Quantity quantity,
            @Nullable Entered entered,
            @Nullable Price price) {}

    record ShipmentLogged(
            ShipmentId shipment,
            PartyId origin,
            PartyId market,
            ShipmentKind kind,
            Channel channel,
            List<Line> lines,
            Instant at)
            implements ShipmentEvent {
        public ShipmentLogged {
            lines = List.copyOf(lines);
        }
    }

    record ShipmentDispatched(
            ShipmentId shipment, PartyId origin, @Nullable String vehicle, Instant at) implements ShipmentEvent {}

    record ShipmentArrived(ShipmentId shipment, PartyId origin, Instant at) implements ShipmentEvent {}

    /** What one receipt says of one lot: an addition to the receipts before it. */
    record ReceivedLine(LotId lot, Tally tally, @Nullable String reason) {}

    /** Where a line stands after the final receipt; {@code gross} is accepted × price of a SALE, else 0. */
    record LineTotal(LotId lot, ProductId product, Quantity dispatched, Tally tally, Money gross) {}

    /**
     * @param complete whether this is the final receipt ("final")
     * @param totals every line of the shipment after a final receipt; empty before
     */
    record ReceiptConfirmed(
            ShipmentId shipment,
            PartyId origin,
            PartyId market,
            ShipmentKind kind,
            Channel channel,
            List<ReceivedLine> lines,
            boolean complete,
            List<LineTotal> totals,
            Instant at)
            implements ShipmentEvent {
        public ReceiptConfirmed {
            lines = List.copyOf(lines);
            totals = List.copyOf(totals);
        }
    }

    /** A line that a correction changes: its totals and gross before and after. */
    record CorrectedLine(
            LotId lot,
            ProductId product,
            BaseUnit unit,
            Tally before,
            Tally after,
            Money grossBefore,
            Money grossAfter,
            @Nullable String reason) {}

    /**
     * @param receivedOn the day of the final receipt, which stays
     * @param discrepancy whether any line of the whole shipment differs after the correction
     */
    record ReceiptCorrected(
            ShipmentId shipment,
            PartyId origin,
            PartyId market,
            ShipmentKind kind,
            Channel channel,
            List<CorrectedLine> lines,
            LocalDate receivedOn,
            boolean discrepancy,
            String reason,
            Instant at)
            implements ShipmentEvent {
        public ReceiptCorrected {
            lines = List.copyOf(lines);
        }
    }

    record DiscrepancyAgreed(ShipmentId shipment, PartyId origin, Instant at) implements ShipmentEvent {}

    record DiscrepancyDisputed(ShipmentId shipment, PartyId origin, String reason, Instant at)
            implements ShipmentEvent {}

    record ShipmentCancelled(ShipmentId shipment, PartyId origin, String reason, Instant at) implements ShipmentEvent {}

    record ShipmentLost(ShipmentId shipment, PartyId origin, String reason, Instant at) implements ShipmentEvent {}

    record ShipmentRejected(ShipmentId shipment, PartyId origin, String reason, Instant at) implements ShipmentEvent {}

    /** Rejected goods are back at the origin, and in their lots. */
    record ReturnReceived(ShipmentId shipment, PartyId origin, List<LotAmount> lines, Instant at)
            implements ShipmentEvent {
        public ReturnReceived {
            lines = List.copyOf(lines);
        }
    }

    record ShipmentSettled(ShipmentId shipment, PartyId origin, SettlementId settlement, Instant at)
            implements ShipmentEvent {}

    /** @param returned what was returned after sale under that settlement: it stays returned */
    record ShipmentUnsettled(
            ShipmentId shipment, PartyId origin, SettlementId settlement, List<LotAmount> returned, Instant at)
            implements ShipmentEvent {
        public ShipmentUnsettled {
            returned = List.copyOf(returned);
        }
    }
}
