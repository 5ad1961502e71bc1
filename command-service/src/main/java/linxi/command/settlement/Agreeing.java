package linxi.command.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import linxi.command.agreement.AgreementVersion;
import linxi.command.attribution.Attributed;
import linxi.command.attribution.Attribution;
import linxi.command.attribution.Covered;
import linxi.command.attribution.Evidence;
import linxi.command.attribution.GrossLine;
import linxi.command.attribution.PaidPool;
import linxi.events.AgreementId;
import linxi.events.Event;
import linxi.events.Money;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementOpened;

/** Shares the net of an opened settlement; the same for agreeing and for a preview. */
final class Agreeing {
    private final SettlementOpened opened;
    private final Evidence evidence;

    Agreeing(SettlementOpened opened, Evidence evidence) {
        this.opened = opened;
        this.evidence = evidence;
    }

    /** A line is covered by the version in force for its product on the day of its shipment's final receipt. */
    Attributed attribute() {
        var groups = new HashMap<GroupKey, Group>();
        var uncovered = Money.ZERO;
        for (var line : opened.lines()) {
            var version = evidence.coverage().on(line.product(), line.receivedOn());
            if (version.isEmpty()) {
                uncovered = uncovered.plus(line.gross());
            } else {
                var terms = version.get();
                groups.computeIfAbsent(
                                new GroupKey(terms.agreement(), terms.version(), line.product()),
                                _ -> new Group(terms, new ArrayList<>()))
                        .lines()
                        .add(new GrossLine(Agreed.refOf(line), line.gross()));
            }
        }
        var covered = groups.entrySet().stream()
                .map(group -> new Covered(
                        group.getValue().terms(),
                        group.getKey().product(),
                        group.getValue().lines()))
                .toList();
        return Attribution.share(opened.net(), covered, uncovered, evidence);
    }

    List<Event> decide(Instant at) {
        var attributed = attribute();
        var events = new ArrayList<Event>();
        events.add(new SettlementAgreed(
                opened.settlement(),
                opened.origin(),
                opened.market(),
                attributed.groups(),
                attributed.income().pools().stream().map(PaidPool::pool).toList(),
                attributed.income().unattributed(),
                at));
        events.addAll(new IncomeEvents(opened, at).attributed(attributed.income()));
        return events;
    }

    private record GroupKey(AgreementId agreement, int version, ProductId product) {}

    private record Group(AgreementVersion terms, List<GrossLine> lines) {}
}
