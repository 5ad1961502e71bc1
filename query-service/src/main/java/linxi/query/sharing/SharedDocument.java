package linxi.query.sharing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.Pool;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.events.SettlementEvent.SettledLine;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementEvent.SettlementReversed;
import linxi.events.SettlementId;

/**
 * What a settlement shared, as it was recorded each time; nothing here is changed by what came later.
 *
 * @param deductions at the opening, like gross and net
 * @param decisions that gave to households or took from them, in the order of the log
 */
public record SharedDocument(
        SettlementId id,
        PartyId origin,
        PartyId market,
        List<SettledLine> lines,
        Money gross,
        List<Deduction> deductions,
        Money net,
        List<Decision> decisions) {
    /** What was decided. */
    public enum Kind {
        AGREED,
        RETURNED,
        REVERSED
    }

    /**
     * @param position of the event that says it; those of the lines follow
     * @param groups of an agreement; else none
     * @param pools negative where they take back
     * @param returned of a return; else none
     * @param net of a return: how much less is shared, not negative; else 0
     * @param deductions of a return: what is deducted from then on; else none
     */
    public record Decision(
            Kind kind,
            Instant at,
            long position,
            List<CoveredGroup> groups,
            List<Pool> pools,
            List<ReturnedLine> returned,
            Money net,
            List<Deduction> deductions) {
        static Decision of(SettlementAgreed e, long position) {
            return new Decision(Kind.AGREED, e.at(), position, e.groups(), e.pools(), List.of(), Money.ZERO, List.of());
        }

        static Decision of(GoodsReturned e, long position) {
            return new Decision(
                    Kind.RETURNED,
                    e.at(),
                    position,
                    List.of(),
                    e.pools(),
                    e.lines(),
                    e.netReturned(),
                    e.deductionsKept());
        }

        static Decision of(SettlementReversed e, long position) {
            return new Decision(
                    Kind.REVERSED, e.at(), position, List.of(), e.pools(), List.of(), Money.ZERO, List.of());
        }
    }

    static SharedDocument of(SettlementOpened e) {
        return new SharedDocument(
                e.settlement(), e.origin(), e.market(), e.lines(), e.gross(), e.deductions(), e.net(), List.of());
    }

    SharedDocument then(Decision decision) {
        var all = new ArrayList<>(decisions);
        all.add(decision);
        return new SharedDocument(id, origin, market, lines, gross, deductions, net, List.copyOf(all));
    }
}
