package linxi.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a lot. */
public sealed interface LotEvent extends OriginEvent {
    LotId lot();

    @Override
    default StreamId stream() {
        return StreamId.of(lot());
    }

    /** @param contributions add up to the quantity, in the caller's order; empty where nobody said who brought it */
    record LotCommissioned(
            LotId lot,
            PartyId origin,
            ProductId product,
            Quantity quantity,
            @Nullable Entered entered,
            List<Contribution> contributions,
            Instant producedAt,
            Instant at)
            implements LotEvent {
        public LotCommissioned {
            contributions = List.copyOf(contributions);
        }
    }

    /** Stock taken by a shipment: when it is logged, and again when a correction finds less short than was said. */
    record LotReserved(LotId lot, PartyId origin, ShipmentId shipment, Quantity quantity, Instant at)
            implements LotEvent {}

    /** Stock given back by a shipment: cancelled, never loaded (short), or returned to the origin. */
    record LotReservationReleased(LotId lot, PartyId origin, ShipmentId shipment, Quantity quantity, Instant at)
            implements LotEvent {}

    record LotHeld(LotId lot, PartyId origin, String reason, Instant at) implements LotEvent {}

    record LotReleased(LotId lot, PartyId origin, String reason, Instant at) implements LotEvent {}
}
