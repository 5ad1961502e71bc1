package linxi.query.trace;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import linxi.events.Contribution;
import linxi.events.HouseholdKey;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.query.Named;
import linxi.query.household.HouseholdDocument;
import linxi.query.household.Households;
import linxi.query.lot.LotDocument;
import linxi.query.names.Register;

/** From which villages a lot comes: none is named where few households of it brought something, or one could be known. */
final class Villages {
    /** Of a village, in one lot. */
    static final int FEWEST = 3;

    /** Of households looked at for one page. A village may go unnamed for it; none is named that should not be. */
    static final int MOST = 1_000;

    private final Households households;
    private final Register register;

    Villages(Households households, Register register) {
        this.households = households;
        this.register = register;
    }

    /** By lot, each by id. */
    Map<LotId, List<Named>> of(Collection<LotDocument> lots) {
        var brought = new LinkedHashMap<LotId, List<HouseholdKey>>();
        Set<HouseholdKey> all = new LinkedHashSet<>();
        for (var lot : lots) {
            var keys = lot.contributions().stream()
                    .filter(it -> it.amount() > 0)
                    .limit(MOST / lots.size())
                    .map(Contribution::household)
                    .toList();
            brought.put(lot.id(), keys);
            all.addAll(keys);
        }
        var known = households.of(all);
        var named = new HashMap<LotId, List<PartyId>>();
        brought.forEach((lot, keys) -> named.put(lot, enough(keys, known)));
        var names = register.names(named.values().stream().flatMap(List::stream).toList(), List.of());
        var villages = new HashMap<LotId, List<Named>>();
        named.forEach(
                (lot, ids) -> villages.put(lot, ids.stream().map(names::party).toList()));
        return villages;
    }

    private static List<PartyId> enough(List<HouseholdKey> keys, Map<String, HouseholdDocument> known) {
        var counts = new TreeMap<PartyId, Integer>();
        for (var key : keys) {
            var household = known.get(key.value());
            if (household != null) {
                counts.merge(household.village(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(it -> it.getValue() >= FEWEST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
