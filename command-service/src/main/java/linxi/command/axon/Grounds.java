package linxi.command.axon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import linxi.command.agreement.Agreement;
import linxi.command.agreement.AgreementVersion;
import linxi.command.agreement.Cover;
import linxi.command.agreement.Coverage;
import linxi.command.attribution.Carry;
import linxi.command.attribution.CarryKey;
import linxi.command.attribution.Evidence;
import linxi.command.lot.Lot;
import linxi.events.AgreementId;
import linxi.events.HouseholdAmounts;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.events.SettlementEvent.SettledLine;
import linxi.events.StreamId;
import org.springframework.stereotype.Component;

/**
 * Looks up what an attribution rests on, without locks: agreements and lots are facts by the time they matter here.
 * Only carries are written, so only they are read under a lock.
 */
@Component
class Grounds {
    private final Streams streams;

    Grounds(Streams streams) {
        this.streams = streams;
    }

    /** @param carries that the attribution may move */
    record Found(Coverage coverage, Map<LotId, HouseholdAmounts> contributions, Set<CarryKey> carries) {
        static Found none() {
            return new Found(Coverage.none(), Map.of(), Set.of());
        }

        List<StreamId> streams() {
            return carries.stream().map(CarryKey::stream).toList();
        }

        Evidence with(Function<StreamId, Carry> read) {
            var now = new HashMap<CarryKey, Carry>();
            carries.forEach(key -> now.put(key, read.apply(key.stream())));
            return new Evidence(coverage, contributions, now);
        }
    }

    /** For lines that are to be attributed: by the versions in force on their days. */
    Found of(PartyId origin, List<SettledLine> lines) {
        var covers = covers(origin, lines);
        var agreements = new HashSet<AgreementId>();
        for (var line : lines) {
            covers.getOrDefault(line.product(), Cover.none())
                    .on(line.receivedOn())
                    .ifPresent(agreements::add);
        }
        var coverage = new Coverage(covers, agreements(agreements));
        var carries = new TreeSet<CarryKey>();
        for (var line : lines) {
            coverage.on(line.product(), line.receivedOn()).ifPresent(version -> carries.addAll(carries(version)));
        }
        return new Found(coverage, contributions(lines), carries);
    }

    /** For lines that were attributed: by the versions that were recorded then. */
    Found of(List<CoveredGroup> groups, List<SettledLine> lines) {
        var agreements = new HashSet<AgreementId>();
        groups.forEach(group -> agreements.add(group.agreement()));
        var coverage = new Coverage(Map.of(), agreements(agreements));
        var carries = new TreeSet<CarryKey>();
        groups.forEach(group -> carries.addAll(carries(coverage.version(group.agreement(), group.version()))));
        return new Found(coverage, contributions(lines), carries);
    }

    private static Set<CarryKey> carries(AgreementVersion version) {
        var carries = new HashSet<CarryKey>();
        version.paths().keySet().forEach(path -> carries.add(new CarryKey(version.agreement(), path)));
        return carries;
    }

    private Map<ProductId, Cover> covers(PartyId origin, List<SettledLine> lines) {
        var products = new HashSet<ProductId>();
        lines.forEach(line -> products.add(line.product()));
        return look(products, product -> StreamId.cover(origin, product), Cover.class);
    }

    private Map<AgreementId, Agreement> agreements(Set<AgreementId> ids) {
        return look(ids, StreamId::of, Agreement.class);
    }

    private Map<LotId, HouseholdAmounts> contributions(List<SettledLine> lines) {
        var ids = new HashSet<LotId>();
        lines.forEach(line -> ids.add(line.lot()));
        var contributions = new HashMap<LotId, HouseholdAmounts>();
        look(ids, StreamId::of, Lot.class).forEach((id, lot) -> {
            if (lot instanceof Lot.Commissioned known) {
                contributions.put(id, known.contributions());
            }
        });
        return contributions;
    }

    private <K, S> Map<K, S> look(Set<K> keys, Function<K, StreamId> stream, Class<S> type) {
        var found = streams.peek(keys.stream().map(stream).toList());
        var states = new HashMap<K, S>();
        keys.forEach(key -> states.put(key, found.state(stream.apply(key), type)));
        return states;
    }
}
