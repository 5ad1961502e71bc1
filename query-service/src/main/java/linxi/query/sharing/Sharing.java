package linxi.query.sharing;

import static linxi.query.sharing.Computation.Step.ENTITLEMENT;
import static linxi.query.sharing.Computation.Step.PAID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import linxi.events.HouseholdAmounts;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.share.Contributed;
import linxi.events.share.PoolShare;
import linxi.query.agreement.Agreements;
import linxi.query.agreement.Agreements.Terms;
import linxi.query.income.EarnedLine;
import linxi.query.income.Earnings;
import linxi.query.lot.LotDocument;
import linxi.query.lot.Lots;
import linxi.query.sharing.Computation.Crate;
import linxi.query.sharing.Computation.LotPart;
import linxi.query.sharing.Computation.Part;
import linxi.query.sharing.Computation.Share;
import linxi.query.sharing.SharedDocument.Kind;
import org.jspecify.annotations.Nullable;

/** Works a pool out again, from the net to the household, and compares each of its lines with the record. */
final class Sharing {
    /** Households whose carry did not move are looked up one by one; so many at most. */
    private static final int MOST_LOOKED_UP = 50;

    private static final Worked UNKNOWN = new Worked(null, false);

    private final Earnings earnings;
    private final Agreements agreements;
    private final Lots lots;

    Sharing(Earnings earnings, Agreements agreements, Lots lots) {
        this.earnings = earnings;
        this.agreements = agreements;
        this.lots = lots;
    }

    /** @param whole whether every line of the pool could be compared */
    record Worked(@Nullable Share share, boolean whole) {}

    /** The goods of the group, the lots that they are of, and who brought what to those. */
    private record Ground(
            Terms terms, List<Goods> goods, Map<String, LotDocument> lots, Map<LotId, HouseholdAmounts> brought) {}

    /** What a path shares, and the part of it that falls to nobody. */
    private record Amounts(Money net, Money groupNet, Money path, Money unknown) {
        Money pool() {
            return path.minus(unknown);
        }
    }

    /** Without a share, and not whole, where something is missing that it rests on, or cannot be as it is recorded. */
    Worked work(HouseholdKey household, EarnedLine line, SharedDocument shared, Evidence evidence, Recomputing steps) {
        var ground = ground(line, shared, steps);
        if (ground == null) {
            return UNKNOWN;
        }
        try {
            return worked(household, line, ground, shared, evidence, steps);
        } catch (IllegalArgumentException | ArithmeticException cannotBe) {
            return UNKNOWN;
        }
    }

    private @Nullable Ground ground(EarnedLine line, SharedDocument shared, Recomputing steps) {
        var terms = agreements.terms(shared.origin(), line.agreement(), line.version());
        var goods = steps.groupGoods();
        if (terms == null || goods.isEmpty()) {
            return null;
        }
        var ids = line.path() == IncomePath.ORDER_PURCHASE
                ? goods.stream().map(it -> it.ref().lot()).distinct().toList()
                : List.<LotId>of();
        var documents = lots.of(shared.origin(), ids);
        var brought = new HashMap<LotId, HouseholdAmounts>();
        documents.values().forEach(it -> brought.put(it.id(), HouseholdAmounts.of(it.contributions())));
        return documents.size() < ids.size() ? null : new Ground(terms, goods, documents, brought);
    }

    private Worked worked(
            HouseholdKey household,
            EarnedLine line,
            Ground ground,
            SharedDocument shared,
            Evidence evidence,
            Recomputing steps) {
        var amounts = amounts(line, ground, steps);
        steps.comparePool(amounts.pool());
        var weights = line.path() == IncomePath.ORDER_PURCHASE
                ? Goods.weights(ground.goods(), ground.brought())
                : Goods.withWeight(HouseholdAmounts.copyOf(ground.terms().members(line.path())));
        int place = place(weights, household);
        if (place < 0) {
            steps.check(ENTITLEMENT, false);
            return new Worked(null, true);
        }
        int sign = sign(steps);
        var carried = carried(weights, amounts.pool(), sign, line, shared, evidence);
        var result = PoolShare.of(
                amounts.pool().fen(), weights.amounts(), carried == null ? new long[weights.size()] : carried);
        compare(result, weights, sign, carried != null, evidence.lines(), steps);
        var part = part(amounts.pool(), weights, place, result, carried != null);
        return new Worked(share(household, amounts, part, ground, steps), carried != null);
    }

    private static Amounts amounts(EarnedLine line, Ground ground, Recomputing steps) {
        var net = steps.net();
        var groupNet = steps.groupNet(net);
        var path = Recomputing.pathAmount(groupNet, ground.terms().paths(), line.path());
        var unknown = line.path() == IncomePath.ORDER_PURCHASE
                ? Goods.unknown(path, ground.goods(), ground.brought())
                : Money.ZERO;
        return new Amounts(net, groupNet, path, unknown);
    }

    private static Part part(Money pool, HouseholdAmounts weights, int place, PoolShare result, boolean ranked) {
        return new Part(
                pool,
                weights.amount(place),
                Arrays.stream(weights.amounts()).sum(),
                weights.size(),
                result.entitlement(place),
                result.missing(),
                result.owed(place),
                ranked ? result.rank(place) : 0);
    }

    private static Share share(HouseholdKey household, Amounts amounts, Part part, Ground ground, Recomputing steps) {
        return new Share(
                Goods.sum(steps.goods()),
                steps.deductions(),
                amounts.net(),
                Goods.sum(ground.goods()),
                amounts.groupNet(),
                ground.terms().paths(),
                amounts.path(),
                amounts.unknown(),
                part,
                lotParts(household, ground));
    }

    private static int sign(Recomputing steps) {
        return steps.kind() == Kind.AGREED ? 1 : -1;
    }

    private static int place(HouseholdAmounts weights, HouseholdKey household) {
        for (int i = 0; i < weights.size(); i++) {
            if (weights.household(i).equals(household)) {
                return i;
            }
        }
        return -1;
    }

    /** In the order of the households, with the sign of the pool; null where too many would have to be looked up. */
    private long @Nullable [] carried(
            HouseholdAmounts weights, Money pool, int sign, EarnedLine line, SharedDocument shared, Evidence evidence) {
        var carried = new long[weights.size()];
        boolean nothingMissing =
                PoolShare.of(pool.fen(), weights.amounts(), carried).missing() == 0;
        var unmoved = evidence.unmoved(weights);
        if (!nothingMissing && unmoved.size() > MOST_LOOKED_UP) {
            return null;
        }
        for (int i = 0; i < carried.length; i++) {
            var household = weights.household(i);
            if (!unmoved.contains(household)) {
                carried[i] = sign * evidence.before(household);
            } else if (!nothingMissing) {
                carried[i] = sign * Computations.carryBefore(earnings.from(shared.origin(), household), line);
            }
        }
        return carried;
    }

    /** Every line, not this household's alone: a fen too much here is one too few there. */
    private static void compare(
            PoolShare result,
            HouseholdAmounts weights,
            int sign,
            boolean paid,
            List<IncomeLine> recorded,
            Recomputing steps) {
        var lines = new HashMap<HouseholdKey, IncomeLine>();
        recorded.forEach(it -> lines.put(it.household(), it));
        var known = new HashSet<>(lines.keySet());
        for (int i = 0; i < result.size(); i++) {
            var household = weights.household(i);
            var it = lines.getOrDefault(household, new IncomeLine(household, 0, 0));
            steps.check(ENTITLEMENT, it.entitlement() == sign * result.entitlement(i));
            if (paid) {
                steps.check(PAID, it.fen() == sign * result.paid(i));
            }
            known.remove(household);
        }
        steps.check(ENTITLEMENT, known.isEmpty());
    }

    private static List<LotPart> lotParts(HouseholdKey household, Ground ground) {
        var parts = new ArrayList<LotPart>();
        Goods.byLot(ground.goods(), ground.brought(), true).forEach((lot, gross) -> {
            var all = ground.brought().getOrDefault(lot, HouseholdAmounts.none());
            var amount = all.get(household);
            var document = ground.lots().get(lot.value());
            if (amount != null && document != null) {
                var weight = Contributed.weights(gross, all).get(household);
                parts.add(new LotPart(
                        lot,
                        document.quantity(),
                        amount,
                        Money.ofFen(gross),
                        weight == null ? 0 : weight,
                        crates(lot, ground.goods())));
            }
        });
        return parts;
    }

    private static List<Crate> crates(LotId lot, List<Goods> goods) {
        return goods.stream()
                .filter(it -> it.ref().lot().equals(lot))
                .map(it -> new Crate(it.ref().shipment(), it.quantity(), it.price(), it.gross()))
                .toList();
    }
}
