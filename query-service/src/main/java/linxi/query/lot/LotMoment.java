package linxi.query.lot;

import java.time.Instant;
import linxi.events.Quantity;
import linxi.events.ShipmentId;
import linxi.events.wire.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * One event in the history of a lot, with what it told.
 *
 * @param event its stable name
 * @param by the acting party
 * @param shipment that took or gave back
 * @param quantity what was commissioned, taken or given back
 */
public record LotMoment(
        String event,
        Instant at,
        Instant recordedAt,
        long position,
        @Nullable String by,
        @Nullable ShipmentId shipment,
        @Nullable Quantity quantity,
        @Nullable String reason) {
    static LotMoment of(
            Envelope it, @Nullable ShipmentId shipment, @Nullable Quantity quantity, @Nullable String reason) {
        return new LotMoment(it.name(), it.at(), it.recordedAt(), it.position(), it.by(), shipment, quantity, reason);
    }
}
