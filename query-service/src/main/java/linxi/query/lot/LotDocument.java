package linxi.query.lot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import linxi.events.Contribution;
import linxi.events.Entered;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * A lot and what became of it.
 *
 * @param left in base units: quantity − Σ (dispatched − short − returned to the origin), cancelled shipments not counted
 * @param taken what each shipment holds of it now, in the order they first took some
 * @param held the reason while it is held
 * @param position of its first event
 */
public record LotDocument(
        LotId id,
        PartyId origin,
        ProductId product,
        Quantity quantity,
        @Nullable Entered entered,
        List<Contribution> contributions,
        Instant producedAt,
        Instant at,
        long left,
        List<Taken> taken,
        @Nullable String held,
        long position) {
    /** @param amount in base units, above 0 */
    public record Taken(ShipmentId shipment, long amount) {}

    /** Without what stands behind the first so many contributions: a lot may have thousands. */
    public LotDocument withFirst(int most) {
        var first = List.copyOf(contributions.subList(0, Math.min(most, contributions.size())));
        return new LotDocument(
                id, origin, product, quantity, entered, first, producedAt, at, left, taken, held, position);
    }

    static LotDocument of(LotCommissioned e, long position) {
        long amount = e.quantity().amount();
        return new LotDocument(
                e.lot(),
                e.origin(),
                e.product(),
                e.quantity(),
                e.entered(),
                e.contributions(),
                e.producedAt(),
                e.at(),
                amount,
                List.of(),
                null,
                position);
    }

    /** @param amount above 0 takes, below 0 gives back */
    LotDocument moved(ShipmentId shipment, long amount) {
        var after = new ArrayList<Taken>();
        long now = amount;
        int place = -1;
        for (var each : taken) {
            if (each.shipment().equals(shipment)) {
                now += each.amount();
                place = after.size();
            } else {
                after.add(each);
            }
        }
        if (now != 0) {
            after.add(place < 0 ? after.size() : place, new Taken(shipment, now));
        }
        return new LotDocument(
                id,
                origin,
                product,
                quantity,
                entered,
                contributions,
                producedAt,
                at,
                left - amount,
                List.copyOf(after),
                held,
                position);
    }

    LotDocument held(@Nullable String reason) {
        return new LotDocument(
                id, origin, product, quantity, entered, contributions, producedAt, at, left, taken, reason, position);
    }
}
