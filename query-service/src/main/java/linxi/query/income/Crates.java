package linxi.query.income;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.SettlementId;
import linxi.query.Amount;
import linxi.query.lot.LotDocument;
import linxi.query.lot.Lots;
import linxi.query.settlement.SettlementDocument;
import linxi.query.settlement.SettlementMoment;
import linxi.query.settlement.Settlements;
import org.jspecify.annotations.Nullable;

/** Looks up the lots and shipments behind the ORDER_PURCHASE lines of one household. */
final class Crates {
    private final HouseholdKey household;
    private final Map<PartyId, Map<String, SettlementDocument>> settlements = new HashMap<>();
    private final Map<PartyId, Map<String, LotDocument>> lots = new HashMap<>();

    /** @param earned by origin */
    Crates(HouseholdKey household, Map<PartyId, List<EarnedLine>> earned, Settlements allSettlements, Lots allLots) {
        this.household = household;
        var wanted = new HashMap<PartyId, Set<SettlementId>>();
        earned.forEach((origin, lines) -> lines.stream()
                .filter(line -> line.path() == IncomePath.ORDER_PURCHASE)
                .forEach(line ->
                        wanted.computeIfAbsent(origin, _ -> new TreeSet<>()).add(line.settlement())));
        wanted.forEach((origin, ids) -> {
            var found = allSettlements.of(origin, ids);
            settlements.put(origin, found);
            var lotIds = new HashSet<LotId>();
            found.values()
                    .forEach(settlement ->
                            settlement.groups().forEach(group -> group.lines().forEach(ref -> lotIds.add(ref.lot()))));
            lots.put(origin, allLots.of(origin, lotIds));
        });
    }

    /** @return null for other paths than ORDER_PURCHASE */
    @Nullable
    List<EarningsAnswer.Crate> of(PartyId origin, EarnedLine line) {
        if (line.path() != IncomePath.ORDER_PURCHASE) {
            return null;
        }
        var settlement =
                settlements.getOrDefault(origin, Map.of()).get(line.settlement().value());
        var crates = new ArrayList<EarningsAnswer.Crate>();
        if (settlement == null) {
            return crates;
        }
        var cameBack = cameBack(settlement, line);
        for (var group : settlement.groups()) {
            if (group.agreement().equals(line.agreement())
                    && group.version() == line.version()
                    && group.product().equals(line.product())) {
                group.lines().stream()
                        .filter(ref -> cameBack == null || cameBack.contains(ref))
                        .forEach(ref -> add(ref, origin, crates));
            }
        }
        return crates;
    }

    /** The lines of the return that a line belongs to; null where it is of the agreement or of a whole reversal. */
    private static @Nullable Set<LineRef> cameBack(SettlementDocument settlement, EarnedLine line) {
        SettlementMoment last = settlement.history().getFirst();
        for (var moment : settlement.history()) {
            last = moment.position() < line.position() ? moment : last;
        }
        if (last.lines() == null) {
            return null;
        }
        var refs = new HashSet<LineRef>();
        last.lines().forEach(back -> refs.add(new LineRef(back.shipment(), back.lot())));
        return refs;
    }

    private void add(LineRef ref, PartyId origin, List<EarningsAnswer.Crate> crates) {
        var lot = lots.getOrDefault(origin, Map.of()).get(ref.lot().value());
        if (lot == null) {
            return;
        }
        for (var contribution : lot.contributions()) {
            if (contribution.household().equals(household)) {
                crates.add(new EarningsAnswer.Crate(
                        ref.lot(),
                        ref.shipment(),
                        Amount.of(contribution.amount(), lot.quantity().unit())));
            }
        }
    }
}
