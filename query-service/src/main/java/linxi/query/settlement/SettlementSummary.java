package linxi.query.settlement;

import java.time.Instant;
import java.util.List;
import linxi.events.Money;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import linxi.query.Named;
import linxi.query.names.Names;

/** A settlement in a list. */
public record SettlementSummary(
        SettlementId id,
        SettlementState state,
        Named origin,
        Named market,
        Instant at,
        List<ShipmentId> shipments,
        Money gross,
        Money net,
        Money returned,
        Money unattributed) {
    static SettlementSummary of(SettlementDocument it, Names names) {
        return new SettlementSummary(
                it.id(),
                it.state(),
                names.party(it.origin()),
                names.party(it.market()),
                it.at(),
                it.shipments(),
                it.gross(),
                it.net(),
                it.returned(),
                it.unattributed());
    }
}
