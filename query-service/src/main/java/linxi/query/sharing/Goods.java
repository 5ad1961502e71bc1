package linxi.query.sharing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linxi.events.HouseholdAmounts;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.Price;
import linxi.events.Quantity;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.share.Contributed;
import linxi.events.share.LargestRemainder;
import org.jspecify.annotations.Nullable;

/** One line of goods that is settled, or came back; without a sign. */
record Goods(LineRef ref, Quantity quantity, @Nullable Price price, Money gross) {
    static Money sum(List<Goods> goods) {
        return goods.stream().map(Goods::gross).reduce(Money.ZERO, Money::plus);
    }

    /** Gross by lot, in fen, of those with contributions, or of those without. */
    static Map<LotId, Long> byLot(List<Goods> goods, Map<LotId, HouseholdAmounts> brought, boolean known) {
        var lots = new TreeMap<LotId, Long>(Comparator.comparing(LotId::value));
        for (var it : goods) {
            var lot = it.ref().lot();
            if (brought.getOrDefault(lot, HouseholdAmounts.none()).isEmpty() != known) {
                lots.merge(lot, it.gross().fen(), Math::addExact);
            }
        }
        return lots;
    }

    /** The part of a path's amount that goes to lots of which nobody said who brought them. */
    static Money unknown(Money amount, List<Goods> goods, Map<LotId, HouseholdAmounts> brought) {
        long known = total(byLot(goods, brought, true));
        long anonymous = total(byLot(goods, brought, false));
        return Money.ofFen(LargestRemainder.share(amount.fen(), new long[] {known, anonymous})[1]);
    }

    private static long total(Map<LotId, Long> lots) {
        return lots.values().stream().reduce(0L, Math::addExact);
    }

    /** Of households with a weight. */
    static HouseholdAmounts weights(List<Goods> goods, Map<LotId, HouseholdAmounts> brought) {
        return withWeight(Contributed.weights(byLot(goods, brought, true), brought));
    }

    static HouseholdAmounts withWeight(HouseholdAmounts all) {
        return all.where(i -> all.amount(i) > 0);
    }
}
