package linxi.command.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.events.Contribution;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.Pool;

/** Shares the net of one group among its paths, and each path's pool among its households. */
final class Sharing {
    private final Covered group;
    private final Map<LotId, List<Contribution>> contributions;
    private final Carries carries;

    Sharing(Covered group, Map<LotId, List<Contribution>> contributions, Carries carries) {
        this.group = group;
        this.contributions = contributions;
        this.carries = carries;
    }

    /** Adds the pools in ASCII order of their paths; returns what falls to nobody, with the sign of the net. */
    long share(long net, List<PaidPool> pools) {
        if (net == 0) {
            return 0;
        }
        var paths = List.copyOf(group.terms().paths().keySet());
        var basisPoints = group.terms().paths().values().stream()
                .mapToLong(Integer::longValue)
                .toArray();
        var shares = LargestRemainder.share(Math.abs(net), basisPoints);
        int sign = Long.signum(net);
        long unattributed = 0;
        for (int i = 0; i < shares.length; i++) {
            unattributed += sign * path(paths.get(i), shares[i], sign, pools);
        }
        return unattributed;
    }

    /** Returns what of {@code amount} (not negative) falls to nobody. */
    private long path(IncomePath path, long amount, int sign, List<PaidPool> pools) {
        if (path == IncomePath.ORDER_PURCHASE) {
            return orderPurchase(amount, sign, pools);
        }
        var members = group.terms().members().get(path);
        return members == null ? amount : pay(path, amount, sign, Weights.ofMembers(members), pools);
    }

    /** Lots without contributions are split off first; a tie goes to the lots with them. */
    private long orderPurchase(long amount, int sign, List<PaidPool> pools) {
        var lots = new HashMap<LotId, Long>();
        long anonymous = 0;
        for (var line : group.lines()) {
            var lot = line.line().lot();
            if (contributions.getOrDefault(lot, List.of()).isEmpty()) {
                anonymous = Math.addExact(anonymous, line.gross().fen());
            } else {
                lots.merge(lot, line.gross().fen(), Math::addExact);
            }
        }
        long known = lots.values().stream().reduce(0L, Math::addExact);
        var parts = LargestRemainder.share(amount, new long[] {known, anonymous});
        if (parts[0] == 0) {
            return parts[1];
        }
        return parts[1] + pay(IncomePath.ORDER_PURCHASE, parts[0], sign, Weights.ofLots(lots, contributions), pools);
    }

    private long pay(IncomePath path, long amount, int sign, Weights weights, List<PaidPool> pools) {
        if (amount == 0 || weights.isEmpty()) {
            return amount;
        }
        var terms = group.terms();
        var page = carries.page(new CarryKey(terms.agreement(), path));
        pools.add(new PaidPool(
                new Pool(terms.agreement(), terms.version(), group.product(), path, Money.ofFen(sign * amount)),
                lines(amount, sign, weights, page)));
        return 0;
    }

    /**
     * Entitlements by largest remainder in micro-fen, their whole fen paid, and the missing fen one each to those to
     * whom most is owed; in a pool that takes back, from those to whom least is owed.
     */
    private static List<IncomeLine> lines(long amount, int sign, Weights weights, Carries.Page page) {
        var entitlements = weights.share(Math.multiplyExact(amount, Weights.MICRO));
        var paid = new long[entitlements.length];
        var owed = new long[entitlements.length];
        long missing = amount;
        for (int i = 0; i < paid.length; i++) {
            paid[i] = entitlements[i] / Weights.MICRO;
            owed[i] = sign * page.of(weights.household(i)) + entitlements[i] - paid[i] * Weights.MICRO;
            missing -= paid[i];
        }
        LargestRemainder.oneMoreToLargest(paid, owed, Math.toIntExact(missing));
        var lines = new ArrayList<IncomeLine>(paid.length);
        for (int i = 0; i < paid.length; i++) {
            if (paid[i] != 0 || entitlements[i] != 0) {
                page.move(weights.household(i), sign * (entitlements[i] - paid[i] * Weights.MICRO));
                lines.add(new IncomeLine(weights.household(i), sign * paid[i], sign * entitlements[i]));
            }
        }
        return lines;
    }
}
