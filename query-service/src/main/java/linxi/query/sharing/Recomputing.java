package linxi.query.sharing;

import static linxi.query.sharing.Computation.Step.GROUP;
import static linxi.query.sharing.Computation.Step.NET;
import static linxi.query.sharing.Computation.Step.POOL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.share.LargestRemainder;
import linxi.query.income.EarnedLine;
import linxi.query.sharing.Computation.Step;
import linxi.query.sharing.SharedDocument.Decision;
import linxi.query.sharing.SharedDocument.Kind;

/**
 * From the gross of a settlement, or of what came back, down to the pool that one line is of, each step compared with
 * what was recorded. Amounts of a return are without their sign.
 */
final class Recomputing {
    private record Group(CoveredGroup recorded, List<Goods> goods) {
        String key() {
            return recorded.agreement() + "/" + recorded.version() + "/" + recorded.product();
        }

        long gross() {
            return Goods.sum(goods).fen();
        }
    }

    private final SharedDocument settlement;
    private final Decision decision;
    private final EarnedLine line;
    private final SortedMap<Step, Boolean> checks = new TreeMap<>();

    Recomputing(SharedDocument settlement, Decision decision, EarnedLine line) {
        this.settlement = settlement;
        this.decision = decision;
        this.line = line;
    }

    SortedMap<Step, Boolean> checks() {
        return checks;
    }

    /** A line counts as right only where every comparison of its step was. */
    void check(Step step, boolean holds) {
        checks.merge(step, holds, Boolean::logicalAnd);
    }

    List<Goods> goods() {
        var goods = new ArrayList<Goods>();
        if (decision.kind() == Kind.AGREED) {
            for (var it : settlement.lines()) {
                goods.add(new Goods(new LineRef(it.shipment(), it.lot()), it.quantity(), it.price(), it.gross()));
            }
        }
        for (var it : decision.returned()) {
            goods.add(new Goods(new LineRef(it.shipment(), it.lot()), it.quantity(), null, it.gross()));
        }
        return goods;
    }

    private static Money total(List<Deduction> deductions) {
        return deductions.stream().map(Deduction::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Of a return: what is deducted less than before it, kind by kind. */
    List<Deduction> deductions() {
        if (decision.kind() == Kind.AGREED) {
            return settlement.deductions();
        }
        var less = new ArrayList<Deduction>();
        for (var before : deductionsBefore()) {
            for (var after : decision.deductions()) {
                if (after.kind() == before.kind()) {
                    less.add(new Deduction(
                            before.kind(), before.amount().minus(after.amount()), before.basisPoints(), null));
                }
            }
        }
        return less;
    }

    private List<Deduction> deductionsBefore() {
        var before = settlement.deductions();
        for (var earlier : settlement.decisions()) {
            if (earlier.kind() == Kind.RETURNED && earlier.position() < decision.position()) {
                before = earlier.deductions();
            }
        }
        return before;
    }

    Money net() {
        var net = decision.kind() == Kind.AGREED ? settlement.net() : decision.net();
        var gross = Goods.sum(goods());
        check(NET, gross.minus(total(deductions())).equals(net));
        if (decision.kind() == Kind.AGREED) {
            check(NET, gross.equals(settlement.gross()));
        }
        return net;
    }

    /** The goods of the line's own group; none where the record does not hold it. */
    List<Goods> groupGoods() {
        return groups().stream()
                .filter(this::isOurs)
                .findFirst()
                .map(Group::goods)
                .orElse(List.of());
    }

    /** What falls to the line's own group. */
    Money groupNet(Money net) {
        var groups = groups();
        var gross = new long[groups.size() + 1];
        long uncovered = Goods.sum(goods()).fen();
        for (int i = 0; i < groups.size(); i++) {
            gross[i] = groups.get(i).gross();
            uncovered -= gross[i];
        }
        gross[groups.size()] = uncovered;
        var nets = LargestRemainder.share(net.fen(), gross);
        for (int i = 0; i < groups.size(); i++) {
            if (isOurs(groups.get(i))) {
                var recorded = groups.get(i).recorded();
                if (decision.kind() == Kind.AGREED) {
                    check(
                            GROUP,
                            recorded.gross().fen() == gross[i] && recorded.net().fen() == nets[i]);
                }
                return Money.ofFen(nets[i]);
            }
        }
        check(GROUP, false);
        return Money.ZERO;
    }

    private boolean isOurs(Group group) {
        var it = group.recorded();
        return it.agreement().equals(line.agreement())
                && it.version() == line.version()
                && it.product().equals(line.product());
    }

    /** In ASCII order of agreement/version/product. */
    private List<Group> groups() {
        var goods = new HashMap<LineRef, Goods>();
        goods().forEach(it -> goods.put(it.ref(), it));
        var groups = new ArrayList<Group>();
        for (var decided : settlement.decisions()) {
            for (var group : decided.groups()) {
                var its = new ArrayList<Goods>();
                for (var ref : new LinkedHashSet<>(group.lines())) {
                    var found = goods.get(ref);
                    if (found != null) {
                        its.add(found);
                    }
                }
                if (!its.isEmpty()) {
                    groups.add(new Group(group, its));
                }
            }
        }
        groups.sort(Comparator.comparing(Group::key));
        return groups;
    }

    /** @param paths basis points */
    static Money pathAmount(Money groupNet, SortedMap<IncomePath, Integer> paths, IncomePath path) {
        var points = paths.values().stream().mapToLong(Integer::longValue).toArray();
        var amounts = LargestRemainder.share(groupNet.fen(), points);
        int i = 0;
        for (var each : paths.keySet()) {
            if (each == path) {
                return Money.ofFen(amounts[i]);
            }
            i++;
        }
        return Money.ZERO;
    }

    Kind kind() {
        return decision.kind();
    }

    /** Compares with the pool that was recorded. */
    void comparePool(Money amount) {
        check(POOL, isPool(decision.kind() == Kind.AGREED ? amount.fen() : -amount.fen()));
    }

    /** Whether that was recorded of the line's pool. */
    boolean isPool(long fen) {
        return decision.pools().stream()
                .filter(it -> it.agreement().equals(line.agreement())
                        && it.version() == line.version()
                        && it.product().equals(line.product())
                        && it.path() == line.path())
                .anyMatch(it -> it.amount().fen() == fen);
    }
}
