package linxi.command.settlement;

import static linxi.command.settlement.SettlementRule.RETURNED_MORE_THAN_KEPT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.command.Refused;
import linxi.command.attribution.Attribution;
import linxi.command.attribution.Covered;
import linxi.command.attribution.Evidence;
import linxi.command.attribution.GrossLine;
import linxi.command.attribution.Income;
import linxi.command.attribution.PaidPool;
import linxi.command.register.Registers;
import linxi.command.settlement.SettlementCommand.ReturnGoods;
import linxi.events.Entered;
import linxi.events.Event;
import linxi.events.Money;
import linxi.events.Quantity;
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.events.SettlementEvent.SettledLine;
import linxi.events.share.LargestRemainder;

/** Takes back what went to households for goods that were returned, computed on what is kept. */
final class Returning {
    private final Agreed agreed;
    private final ReturnGoods command;
    private final Evidence evidence;
    private final Registers registers;

    Returning(Agreed agreed, ReturnGoods command, Evidence evidence, Registers registers) {
        this.agreed = agreed;
        this.command = command;
        this.evidence = evidence;
        this.registers = registers;
    }

    /** @param settled the settled lines of the command's lines, in its order */
    List<Event> decide(List<SettledLine> settled, Instant at) {
        var lines = lines(settled);
        var grossBefore = agreed.keptGross();
        var grossAfter = grossBefore;
        for (var line : lines) {
            grossAfter = grossAfter.minus(line.gross());
        }
        var deductions = deductionsKept(grossAfter);
        var net = grossAfter;
        for (var deduction : deductions) {
            net = net.minus(deduction.amount());
        }
        var netReturned = agreed.net().minus(net);
        var income = nothingKeptAfter(lines)
                ? agreed.standing().takenBack(evidence.carries())
                : share(netReturned.negated(), lines);
        var events = new ArrayList<Event>();
        events.add(returned(lines, grossBefore.minus(grossAfter), deductions, netReturned, income, at));
        events.addAll(new IncomeEvents(agreed.opened(), at).reversed(income));
        return events;
    }

    private GoodsReturned returned(
            List<ReturnedLine> lines,
            Money gross,
            List<Deduction> deductions,
            Money netReturned,
            Income income,
            Instant at) {
        return new GoodsReturned(
                command.settlement(),
                agreed.opened().origin(),
                agreed.opened().market(),
                lines,
                gross,
                deductions,
                netReturned,
                income.pools().stream().map(PaidPool::pool).toList(),
                income.unattributed(),
                command.reason(),
                at);
    }

    private List<ReturnedLine> lines(List<SettledLine> settled) {
        var lines = new ArrayList<ReturnedLine>();
        for (int i = 0; i < settled.size(); i++) {
            lines.add(line(settled.get(i), command.lines().get(i).quantity(), "lines[" + i + "].quantity"));
        }
        return lines;
    }

    private ReturnedLine line(SettledLine line, Entered stated, String field) {
        var returned = registers.units(line.product(), field).quantity(stated, field);
        long kept = agreed.kept(line);
        if (returned.amount() > kept) {
            throw Refused.of(RETURNED_MORE_THAN_KEPT, field, new Quantity(kept, returned.unit()));
        }
        var gross = line.price().of(kept).minus(line.price().of(kept - returned.amount()));
        return new ReturnedLine(line.shipment(), line.lot(), line.product(), line.channel(), returned, gross);
    }

    /** Grams and pieces add up here to one question only: whether anything at all is left. */
    private boolean nothingKeptAfter(List<ReturnedLine> lines) {
        long left = 0;
        for (var line : agreed.opened().lines()) {
            left = Math.addExact(left, agreed.kept(line));
        }
        for (var line : lines) {
            left -= line.quantity().amount();
        }
        return left == 0;
    }

    /** Half-up in all, then by kind by largest remainder; ties by kind. */
    private List<Deduction> deductionsKept(Money keptGross) {
        var first = agreed.opened().deductions();
        var byKind = first.stream()
                .sorted(Comparator.comparing(deduction -> deduction.kind().name()))
                .toList();
        var amounts =
                byKind.stream().mapToLong(deduction -> deduction.amount().fen()).toArray();
        long total = Arrays.stream(amounts).sum();
        if (total == 0) {
            return first;
        }
        long kept =
                Rounding.halfUp(total, keptGross.fen(), agreed.opened().gross().fen());
        var shares = LargestRemainder.share(kept, amounts);
        return first.stream()
                .map(one -> new Deduction(
                        one.kind(), Money.ofFen(shares[byKind.indexOf(one)]), one.basisPoints(), one.evidence()))
                .toList();
    }

    /** Down the same versions, products and paths, weighed by the returned lines only. */
    private Income share(Money net, List<ReturnedLine> lines) {
        var gross = new HashMap<LineRef, Money>();
        var uncovered = Money.ZERO;
        for (var line : lines) {
            gross.put(new LineRef(line.shipment(), line.lot()), line.gross());
            uncovered = uncovered.plus(line.gross());
        }
        var groups = new ArrayList<Covered>();
        for (var group : agreed.groups()) {
            var returned = returned(group, gross);
            for (var line : returned) {
                uncovered = uncovered.minus(line.gross());
            }
            if (!returned.isEmpty()) {
                var terms = evidence.coverage().version(group.agreement(), group.version());
                groups.add(new Covered(terms, group.product(), returned));
            }
        }
        return Attribution.share(net, groups, uncovered, evidence).income();
    }

    private static List<GrossLine> returned(CoveredGroup group, Map<LineRef, Money> gross) {
        var lines = new ArrayList<GrossLine>();
        for (var line : group.lines()) {
            var returned = gross.get(line);
            if (returned != null) {
                lines.add(new GrossLine(line, returned));
            }
        }
        return lines;
    }
}
