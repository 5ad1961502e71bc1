package linxi.query.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.ShipmentId;
import linxi.events.wire.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * One event in the history of a settlement, with what it told.
 *
 * @param event its stable name
 * @param by the acting party
 * @param correlation of the request that caused it
 * @param lines of a return: what came back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettlementMoment(
        String event,
        Instant at,
        Instant recordedAt,
        long position,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String by,
        @Nullable String correlation,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable Money gross,
        @Nullable Money net,
        @Nullable List<Back> lines) {

    /** What came back of one line, and its gross. */
    public record Back(ShipmentId shipment, LotId lot, ProductId product, Quantity quantity, Money gross) {}

    static SettlementMoment of(Envelope envelope) {
        return new SettlementMoment(
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

    SettlementMoment reference(String told) {
        return new SettlementMoment(event, at, recordedAt, position, by, correlation, told, reason, gross, net, lines);
    }

    SettlementMoment reason(String told) {
        return new SettlementMoment(
                event, at, recordedAt, position, by, correlation, reference, told, gross, net, lines);
    }

    SettlementMoment money(Money toldGross, Money toldNet) {
        return new SettlementMoment(
                event, at, recordedAt, position, by, correlation, reference, reason, toldGross, toldNet, lines);
    }

    SettlementMoment lines(List<Back> told) {
        return new SettlementMoment(
                event, at, recordedAt, position, by, correlation, reference, reason, gross, net, told);
    }
}
