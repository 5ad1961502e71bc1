package linxi.query.screen.paper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.query.agreement.Agreements;
import linxi.query.lot.LotDocument;
import linxi.query.settlement.SettlementAnswer;
import linxi.query.web.Answers;
import org.jspecify.annotations.Nullable;

/**
 * What one path of a settlement brought, and among how many households it is shared: who is meant stands on no paper.
 *
 * @param households null where they are too many to be counted for a paper
 */
record Sharing(IncomePath path, Money amount, @Nullable Integer households) {
    /** Of more lots than that nobody counts contributions: each may have ten thousand. */
    private static final int MOST_LOTS = 200;

    static List<Sharing> of(Answers answers, SettlementAnswer settlement) {
        var origin = new PartyId(settlement.origin().id());
        var document = answers.settlements()
                .of(origin, List.of(settlement.id()))
                .get(settlement.id().value());
        var groups = document == null ? List.<CoveredGroup>of() : document.groups();
        var households = counted(answers, origin, groups);
        var found = new ArrayList<Sharing>();
        settlement.attributed().forEach((path, amount) -> {
            var those = households == null ? null : households.getOrDefault(path, Set.of());
            found.add(new Sharing(path, amount, those == null ? null : those.size()));
        });
        return found;
    }

    private static @Nullable Map<IncomePath, Set<HouseholdKey>> counted(
            Answers answers, PartyId origin, List<CoveredGroup> groups) {
        var lots = new HashSet<LotId>();
        groups.forEach(group -> group.lines().forEach(line -> lots.add(line.lot())));
        if (lots.size() > MOST_LOTS) {
            return null;
        }
        var brought = answers.lots().of(origin, lots);
        var agreements = new HashMap<String, Agreements.Answer>();
        var found = new EnumMap<IncomePath, Set<HouseholdKey>>(IncomePath.class);
        for (var group : groups) {
            var agreement = agreements.computeIfAbsent(
                    group.agreement().value(), id -> answers.agreements().one(id));
            agreement.versions().stream()
                    .filter(version -> version.version() == group.version())
                    .forEach(version -> add(version, group, brought, found));
        }
        return found;
    }

    private static void add(
            Agreements.VersionAnswer version,
            CoveredGroup group,
            Map<String, LotDocument> lots,
            Map<IncomePath, Set<HouseholdKey>> to) {
        for (var path : version.paths().keySet()) {
            var those = to.computeIfAbsent(path, _ -> new HashSet<>());
            if (path == IncomePath.ORDER_PURCHASE) {
                group.lines().forEach(line -> contributors(lots.get(line.lot().value()), those));
            } else if (version.members() != null) {
                members(version.members().get(path), those);
            }
        }
    }

    private static void contributors(@Nullable LotDocument lot, Set<HouseholdKey> to) {
        if (lot != null) {
            lot.contributions().forEach(it -> to.add(it.household()));
        }
    }

    private static void members(@Nullable SortedMap<HouseholdKey, Long> weights, Set<HouseholdKey> to) {
        if (weights != null) {
            weights.forEach((household, weight) -> {
                if (weight > 0) {
                    to.add(household);
                }
            });
        }
    }
}
