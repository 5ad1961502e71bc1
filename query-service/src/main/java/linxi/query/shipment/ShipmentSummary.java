package linxi.query.shipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import linxi.events.Channel;
import linxi.events.Money;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.query.Named;
import linxi.query.names.Names;
import org.jspecify.annotations.Nullable;

/** A shipment in a list: without its history. */
public record ShipmentSummary(
        ShipmentId id,
        ShipmentKind kind,
        ShipmentState state,
        Named origin,
        Named market,
        Channel channel,
        Instant at,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate receivedOn,
        List<ShipmentAnswer.Line> lines,
        Money gross,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable SettlementId settlement) {
    static ShipmentSummary of(ShipmentDocument it, Names names) {
        return new ShipmentSummary(
                it.id(),
                it.kind(),
                it.state(),
                names.party(it.origin()),
                names.party(it.market()),
                it.channel(),
                it.at(),
                it.receivedOn(),
                ShipmentAnswer.lines(it, names),
                it.gross(),
                it.settlement());
    }
}
