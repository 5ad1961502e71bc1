package linxi.query.shipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import linxi.events.LotId;
import linxi.events.Quantity;
import linxi.events.SettlementId;
import linxi.events.wire.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * One event in the history of a shipment, with what it told.
 *
 * @param event its stable name
 * @param by the acting party
 * @param correlation of the request that caused it
 * @param complete of a receipt: whether it was the final one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShipmentMoment(
        String event,
        Instant at,
        Instant recordedAt,
        long position,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String by,
        @Nullable String correlation,
        @Nullable String vehicle,
        @Nullable String reason,
        @Nullable SettlementId settlement,
        @JsonProperty("final") @Nullable Boolean complete,
        @Nullable List<Told> lines) {

    /** What it told of one lot; of a correction, what was there {@code before}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(
            LotId lot,
            @Nullable Quantity quantity,
            @Nullable Quantity accepted,
            @JsonProperty("short") @Nullable Quantity shortage,
            @Nullable Quantity rejected,
            @Nullable Quantity lost,
            @Nullable Quantity over,
            @Nullable String reason,
            @Nullable Told before) {}

    static ShipmentMoment of(Envelope envelope) {
        return new ShipmentMoment(
                envelope.name(),
                envelope.at(),
                envelope.recordedAt(),
                envelope.position(),
                envelope.by(),
                envelope.correlation(),
                null,
                null,
                null,
                null,
                null);
    }

    ShipmentMoment vehicle(@Nullable String told) {
        return new ShipmentMoment(
                event, at, recordedAt, position, by, correlation, told, reason, settlement, complete, lines);
    }

    ShipmentMoment reason(String told) {
        return new ShipmentMoment(
                event, at, recordedAt, position, by, correlation, vehicle, told, settlement, complete, lines);
    }

    ShipmentMoment settlement(SettlementId told) {
        return new ShipmentMoment(
                event, at, recordedAt, position, by, correlation, vehicle, reason, told, complete, lines);
    }

    ShipmentMoment complete(boolean told) {
        return new ShipmentMoment(
                event, at, recordedAt, position, by, correlation, vehicle, reason, settlement, told, lines);
    }

    ShipmentMoment lines(List<Told> told) {
        return new ShipmentMoment(
                event,
                at,
                recordedAt,
                position,
                by,
                correlation,
                vehicle,
                reason,
                settlement,
                complete,
                List.copyOf(told));
    }
}
