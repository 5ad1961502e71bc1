package linxi.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happens to a benefit agreement (利益联结协议). */
public sealed interface AgreementEvent extends OriginEvent {
    AgreementId agreement();

    @Override
    default StreamId stream() {
        return StreamId.of(agreement());
    }

    /**
     * Version 1.
     *
     * @param paths basis points by path, 10 000 in all
     * @param members weight by household, for paths other than ORDER_PURCHASE
     */
    record AgreementPublished(
            AgreementId agreement,
            PartyId origin,
            List<ProductId> products,
            LocalDate validFrom,
            SortedMap<IncomePath, Integer> paths,
            SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members,
            Instant at)
            implements AgreementEvent {
        public AgreementPublished {
            products = List.copyOf(products);
            paths = Sorted.copy(paths);
            members = membersOf(members);
        }
    }

    /** @param members replaces all members of the version before; null keeps them */
    record AgreementAmended(
            AgreementId agreement,
            PartyId origin,
            int version,
            LocalDate validFrom,
            SortedMap<IncomePath, Integer> paths,
            @Nullable SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members,
            Instant at)
            implements AgreementEvent {
        public AgreementAmended {
            paths = Sorted.copy(paths);
            members = members == null ? null : membersOf(members);
        }
    }

    /** @param validTo the last day in force */
    record AgreementEnded(AgreementId agreement, PartyId origin, LocalDate validTo, Instant at)
            implements AgreementEvent {}

    private static SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> membersOf(
            Map<IncomePath, ? extends Map<HouseholdKey, Long>> members) {
        var copy = new TreeMap<IncomePath, SortedMap<HouseholdKey, Long>>();
        members.forEach((path, weights) -> copy.put(path, HouseholdAmounts.copyOf(weights)));
        return Collections.unmodifiableSortedMap(copy);
    }
}
