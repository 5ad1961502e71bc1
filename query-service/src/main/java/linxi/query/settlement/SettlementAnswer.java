package linxi.query.settlement;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import linxi.query.Named;
import linxi.query.names.Names;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to say of one settlement: gross, deductions and net are what is kept.
 *
 * @param returned gross of what came back
 * @param refundDue only of a reversed one
 */
public record SettlementAnswer(
        SettlementId id,
        SettlementState state,
        Named origin,
        Named market,
        Instant at,
        Money gross,
        List<Deduction> deductions,
        Money net,
        Money returned,
        List<ShipmentId> shipments,
        SortedMap<IncomePath, Money> attributed,
        Money unattributed,
        @Nullable Money refundDue,
        List<SettlementMoment> history) {
    static SettlementAnswer of(SettlementDocument it, Names names) {
        return new SettlementAnswer(
                it.id(),
                it.state(),
                names.party(it.origin()),
                names.party(it.market()),
                it.at(),
                it.gross(),
                it.deductions(),
                it.net(),
                it.returned(),
                it.shipments(),
                it.attributed(),
                it.unattributed(),
                it.refundDue(),
                it.history());
    }
}
