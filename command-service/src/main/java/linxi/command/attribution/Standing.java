package linxi.command.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.AgreementId;
import linxi.events.HouseholdAmounts;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.Pool;
import linxi.events.share.PoolShare;

/** What households still hold of a settlement: everything attributed, less everything taken back. */
public record Standing(List<Part> parts, Money unattributed) {
    /** Lines of one pool, as one event recorded them. */
    public record Part(
            AgreementId agreement, int version, ProductId product, IncomePath path, List<IncomeLine> lines) {}

    public Standing {
        parts = List.copyOf(parts);
    }

    public static Standing unattributed(Money unattributed) {
        return new Standing(List.of(), unattributed);
    }

    /** How many lines were recorded. */
    public int size() {
        return parts.stream().mapToInt(part -> part.lines().size()).sum();
    }

    public Standing plus(Part part) {
        var all = new ArrayList<>(parts);
        all.add(part);
        return new Standing(all, unattributed);
    }

    public Standing plusUnattributed(Money more) {
        return new Standing(parts, unattributed.plus(more));
    }

    /** The negative of every line still standing; the carries move back by as much. */
    public Income takenBack(Map<CarryKey, Carry> carries) {
        var book = new Carries(carries);
        var pools = new ArrayList<PaidPool>();
        sums().forEach((key, households) -> {
            households.values().removeIf(Sum::isNothing);
            if (!households.isEmpty()) {
                pools.add(takenBack(key, households, book));
            }
        });
        return new Income(pools, unattributed.negated(), book.moved());
    }

    private static PaidPool takenBack(PoolKey key, SortedMap<HouseholdKey, Sum> held, Carries book) {
        var moved = new TreeMap<HouseholdKey, Long>();
        var lines = new ArrayList<IncomeLine>();
        long amount = 0;
        for (var one : held.entrySet()) {
            var sum = one.getValue();
            moved.put(one.getKey(), Math.negateExact(sum.entitlement - sum.fen * PoolShare.MICRO));
            lines.add(new IncomeLine(one.getKey(), -sum.fen, -sum.entitlement));
            amount = Math.subtractExact(amount, sum.fen);
        }
        book.move(new CarryKey(key.agreement(), key.path()), HouseholdAmounts.copyOf(moved));
        return new PaidPool(key.pool(Money.ofFen(amount)), lines);
    }

    private SortedMap<PoolKey, SortedMap<HouseholdKey, Sum>> sums() {
        var pools = new TreeMap<PoolKey, SortedMap<HouseholdKey, Sum>>();
        for (var part : parts) {
            var key = new PoolKey(part.agreement(), part.version(), part.product(), part.path());
            var households = pools.computeIfAbsent(key, _ -> new TreeMap<HouseholdKey, Sum>());
            for (var line : part.lines()) {
                households.computeIfAbsent(line.household(), _ -> new Sum()).add(line);
            }
        }
        return pools;
    }

    private record PoolKey(AgreementId agreement, int version, ProductId product, IncomePath path)
            implements Comparable<PoolKey> {
        private static final Comparator<PoolKey> ORDER =
                Comparator.comparing(PoolKey::group).thenComparing(PoolKey::path);

        private String group() {
            return agreement + "/" + version + "/" + product;
        }

        Pool pool(Money amount) {
            return new Pool(agreement, version, product, path, amount);
        }

        @Override
        public int compareTo(PoolKey other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Sum {
        private long fen;
        private long entitlement;

        void add(IncomeLine line) {
            fen = Math.addExact(fen, line.fen());
            entitlement = Math.addExact(entitlement, line.entitlement());
        }

        boolean isNothing() {
            return fen == 0 && entitlement == 0;
        }
    }
}
