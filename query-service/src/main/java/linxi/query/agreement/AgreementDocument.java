package linxi.query.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import linxi.events.AgreementEvent.AgreementAmended;
import linxi.events.AgreementEvent.AgreementPublished;
import linxi.events.AgreementId;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * An agreement and its versions. Members lie apart, by version, because there may be many.
 *
 * @param validTo the last day in force; null while it is open
 * @param versions in their order, from 1
 */
public record AgreementDocument(
        AgreementId id,
        PartyId origin,
        List<ProductId> products,
        @Nullable LocalDate validTo,
        List<Version> versions,
        Instant at) {
    /** @param membersOf the version whose members are those of this one */
    public record Version(
            int version, LocalDate validFrom, SortedMap<IncomePath, Integer> paths, int membersOf, Instant at) {}

    static AgreementDocument of(AgreementPublished e) {
        var first = new Version(1, e.validFrom(), e.paths(), 1, e.at());
        return new AgreementDocument(e.agreement(), e.origin(), e.products(), null, List.of(first), e.at());
    }

    AgreementDocument with(AgreementAmended e) {
        int membersOf = e.members() == null ? versions.getLast().membersOf() : e.version();
        var all = new ArrayList<>(versions);
        all.add(new Version(e.version(), e.validFrom(), e.paths(), membersOf, e.at()));
        return new AgreementDocument(id, origin, products, validTo, List.copyOf(all), at);
    }

    AgreementDocument ended(LocalDate lastDay) {
        return new AgreementDocument(id, origin, products, lastDay, versions, at);
    }
}
