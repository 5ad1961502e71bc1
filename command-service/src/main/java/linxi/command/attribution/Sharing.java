package linxi.command.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.events.HouseholdAmounts;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.Pool;
import linxi.events.share.Contributed;
import linxi.events.share.LargestRemainder;
import linxi.events.share.PoolShare;

/** Shares the net of one group among its paths, and each path's pool among its households. */
final class Sharing {
    private final Covered group;
    private final Map<LotId, HouseholdAmounts> contributions;
    private final Carries carries;

    Sharing(Covered group, Map<LotId, HouseholdAmounts> contributions, Carries carries) {
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
        return members == null ? amount : pay(path, amount, sign, members, pools);
    }

    /** Lots without contributions are split off first; a tie goes to the lots with them. */
    private long orderPurchase(long amount, int sign, List<PaidPool> pools) {
        var lots = new HashMap<LotId, Long>();
        long anonymous = 0;
        for (var line : group.lines()) {
            var lot = line.line().lot();
            if (contributions.getOrDefault(lot, HouseholdAmounts.none()).isEmpty()) {
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
        var weights = Contributed.weights(lots, contributions);
        return parts[1] + pay(IncomePath.ORDER_PURCHASE, parts[0], sign, weights, pools);
    }

    private long pay(IncomePath path, long amount, int sign, HouseholdAmounts all, List<PaidPool> pools) {
        // No missing fen goes to a household without weight, whatever its carry.
        var weights = all.where(i -> all.amount(i) > 0);
        if (amount == 0 || weights.isEmpty()) {
            return amount;
        }
        var terms = group.terms();
        pools.add(new PaidPool(
                new Pool(terms.agreement(), terms.version(), group.product(), path, Money.ofFen(sign * amount)),
                lines(amount, sign, weights, new CarryKey(terms.agreement(), path))));
        return 0;
    }

    /** In a pool that takes back, the missing fen are taken from those to whom least is owed. */
    private List<IncomeLine> lines(long amount, int sign, HouseholdAmounts weights, CarryKey key) {
        var carried = carries.of(key, weights);
        for (int i = 0; i < carried.length; i++) {
            carried[i] *= sign;
        }
        var share = PoolShare.of(amount, weights.amounts(), carried);
        var moved = new long[share.size()];
        var lines = new ArrayList<IncomeLine>(moved.length);
        for (int i = 0; i < moved.length; i++) {
            if (share.paid(i) != 0 || share.entitlement(i) != 0) {
                moved[i] = sign * share.moved(i);
                lines.add(new IncomeLine(weights.household(i), sign * share.paid(i), sign * share.entitlement(i)));
            }
        }
        carries.move(key, weights.withAmounts(moved));
        return lines;
    }
}
