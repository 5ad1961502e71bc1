package linxi.query.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementEvent.Pool;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as it stands: gross, deductions and net are what is kept after returns.
 *
 * @param returned gross of what came back
 * @param attributed by path; with {@code unattributed} the net, once agreed
 * @param refundDue of a reversed one: what the market had paid; else null
 * @param groups which lines each agreement version covers, once agreed
 * @param position of its first event; with {@code at} the order of lists
 */
public record SettlementDocument(
        SettlementId id,
        PartyId origin,
        PartyId market,
        SettlementState state,
        List<ShipmentId> shipments,
        Money gross,
        List<Deduction> deductions,
        Money net,
        Money returned,
        SortedMap<IncomePath, Money> attributed,
        Money unattributed,
        @Nullable Money refundDue,
        List<CoveredGroup> groups,
        Instant at,
        long position,
        List<SettlementMoment> history) {

    static SettlementDocument of(SettlementOpened e, SettlementMoment first) {
        return new SettlementDocument(
                e.settlement(),
                e.origin(),
                e.market(),
                SettlementState.OPEN,
                e.shipments(),
                e.gross(),
                e.deductions(),
                e.net(),
                Money.ZERO,
                new TreeMap<>(),
                Money.ZERO,
                null,
                List.of(),
                e.at(),
                first.position(),
                List.of(first));
    }

    SettlementDocument now(SettlementState next) {
        return new SettlementDocument(
                id,
                origin,
                market,
                next,
                shipments,
                gross,
                deductions,
                net,
                returned,
                attributed,
                unattributed,
                refundDue,
                groups,
                at,
                position,
                history);
    }

    SettlementDocument covering(List<CoveredGroup> covered) {
        return new SettlementDocument(
                id,
                origin,
                market,
                state,
                shipments,
                gross,
                deductions,
                net,
                returned,
                attributed,
                unattributed,
                refundDue,
                covered,
                at,
                position,
                history);
    }

    SettlementDocument kept(Money keptGross, List<Deduction> keptDeductions, Money keptNet, Money cameBack) {
        return new SettlementDocument(
                id,
                origin,
                market,
                state,
                shipments,
                keptGross,
                keptDeductions,
                keptNet,
                cameBack,
                attributed,
                unattributed,
                refundDue,
                groups,
                at,
                position,
                history);
    }

    /** Adds what went to each path (or came back from it) and what went to nobody. */
    SettlementDocument shared(List<Pool> pools, Money toNobody) {
        var byPath = new TreeMap<>(attributed);
        pools.forEach(pool -> byPath.merge(pool.path(), pool.amount(), Money::plus));
        return new SettlementDocument(
                id,
                origin,
                market,
                state,
                shipments,
                gross,
                deductions,
                net,
                returned,
                byPath,
                unattributed.plus(toNobody),
                refundDue,
                groups,
                at,
                position,
                history);
    }

    /** Nothing is left to share; gross, deductions and what was returned stay to be read. */
    SettlementDocument reversed(Money refund) {
        var nothing = new TreeMap<>(attributed);
        nothing.replaceAll((_, _) -> Money.ZERO);
        return new SettlementDocument(
                id,
                origin,
                market,
                SettlementState.REVERSED,
                shipments,
                gross,
                deductions,
                Money.ZERO,
                returned,
                nothing,
                Money.ZERO,
                refund,
                groups,
                at,
                position,
                history);
    }

    SettlementDocument then(SettlementMoment moment) {
        var longer = new ArrayList<>(history);
        longer.add(moment);
        return new SettlementDocument(
                id,
                origin,
                market,
                state,
                shipments,
                gross,
                deductions,
                net,
                returned,
                attributed,
                unattributed,
                refundDue,
                groups,
                at,
                position,
                List.copyOf(longer));
    }
}
