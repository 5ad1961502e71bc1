package linxi.query.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import linxi.events.HouseholdAmounts;
import linxi.events.HouseholdKey;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.Pool;
import linxi.events.share.PoolShare;
import linxi.query.income.EarnedLine;
import linxi.query.mongo.View;
import linxi.query.sharing.SharedDocument.Decision;

/** What was recorded of one pool in one decision: all lines, and the carries of its path. */
final class Evidence {
    private final SharedDocument settlement;
    private final Decision decision;
    private final EarnedLine line;
    private final View<PoolDocument> pools;
    private final Map<HouseholdKey, Long> after = new TreeMap<>();
    private final Map<HouseholdKey, Long> movedSince = new HashMap<>();
    private final List<IncomeLine> lines = new ArrayList<>();
    private boolean whole = true;

    Evidence(
            SharedDocument settlement,
            Decision decision,
            EarnedLine line,
            View<PoolDocument> pools,
            View<CarriedDocument> carried) {
        this.settlement = settlement;
        this.decision = decision;
        this.line = line;
        this.pools = pools;
        readPools();
        var document = carried.get(
                settlement.origin().value(),
                CarriedProjection.id(settlement.id(), line.agreement(), line.path(), line.at()));
        if (document != null) {
            whole &= document.whole();
            document.moves().stream()
                    .filter(it -> isOfDecision(it.position()))
                    .forEach(it -> after.putAll(it.carries()));
        }
    }

    /** Later pools of the same path in the same decision moved the carries again. */
    private void readPools() {
        var ids = new ArrayList<String>();
        for (var pool : decision.pools()) {
            if (pool.agreement().equals(line.agreement()) && pool.path() == line.path()) {
                if (isOurs(pool) || !ids.isEmpty()) {
                    ids.add(PoolProjection.id(
                            settlement.id(), pool.agreement(), pool.version(), pool.product(), pool.path(), line.at()));
                }
            }
        }
        var found = pools.all(settlement.origin().value(), ids);
        whole &= !ids.isEmpty() && found.size() == new HashSet<>(ids).size();
        for (var id : ids) {
            var document = found.getOrDefault(id, PoolDocument.NONE);
            whole &= document.whole();
            document.parts().stream()
                    .filter(it -> isOfDecision(it.position()))
                    .forEach(it -> add(it, id.equals(ids.getFirst())));
        }
    }

    private void add(PoolDocument.Part part, boolean isOurs) {
        for (var it : part.lines()) {
            long moved = Math.subtractExact(it.entitlement(), Math.multiplyExact(it.fen(), PoolShare.MICRO));
            movedSince.merge(it.household(), moved, Math::addExact);
        }
        if (isOurs) {
            lines.addAll(part.lines());
        }
    }

    private boolean isOurs(Pool pool) {
        return pool.version() == line.version() && pool.product().equals(line.product());
    }

    /** Two decisions may state one time. */
    private boolean isOfDecision(long position) {
        long next = settlement.decisions().stream()
                .mapToLong(Decision::position)
                .filter(it -> it > decision.position())
                .min()
                .orElse(Long.MAX_VALUE);
        return position > decision.position() && position < next;
    }

    /** All lines of the pool. */
    List<IncomeLine> lines() {
        return lines;
    }

    boolean isWhole() {
        return whole;
    }

    /** Those of which the decision does not tell the carry, because it did not move. */
    Set<HouseholdKey> unmoved(HouseholdAmounts households) {
        var unmoved = new HashSet<>(households.keySet());
        unmoved.removeAll(after.keySet());
        return unmoved;
    }

    /** Whether the decision tells the carry of a household. */
    boolean tells(HouseholdKey household) {
        return after.containsKey(household);
    }

    /** The carry that the pool found, in micro-fen; of a household that the decision {@linkplain #tells tells} of. */
    long before(HouseholdKey household) {
        return after.getOrDefault(household, 0L) - movedSince.getOrDefault(household, 0L);
    }
}
