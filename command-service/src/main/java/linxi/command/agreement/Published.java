package linxi.command.agreement;

import static linxi.command.agreement.AgreementRule.ENDS_BEFORE_NEWEST_VERSION;
import static linxi.command.agreement.AgreementRule.OVERLAPPING_VERSION;
import static linxi.command.agreement.AgreementRule.TIME_RUNS_BACKWARDS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.command.Refused;
import linxi.command.agreement.AgreementCommand.AmendAgreement;
import linxi.command.agreement.AgreementCommand.EndAgreement;
import linxi.events.AgreementEvent.AgreementAmended;
import linxi.events.AgreementEvent.AgreementEnded;
import linxi.events.AgreementEvent.AgreementPublished;
import linxi.events.CoverEvent.ProductCoverEnded;
import linxi.events.Event;
import linxi.events.HouseholdAmounts;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.ProductId;

/**
 * What was published of an agreement.
 *
 * @param versions in the order of their numbers, which is that of their days
 * @param last when its last event happened
 */
record Published(PartyId origin, List<ProductId> products, List<AgreementVersion> versions, Instant last) {
    Published {
        products = List.copyOf(products);
        versions = List.copyOf(versions);
    }

    static Published first(AgreementPublished event) {
        var version =
                new AgreementVersion(event.agreement(), 1, event.validFrom(), event.paths(), flat(event.members()));
        return new Published(event.origin(), event.products(), List.of(version), event.at());
    }

    Published with(AgreementAmended event) {
        var members = event.members() == null ? newest().members() : flat(event.members());
        var all = new ArrayList<>(versions);
        all.add(new AgreementVersion(event.agreement(), event.version(), event.validFrom(), event.paths(), members));
        return new Published(origin, products, all, event.at());
    }

    private static SortedMap<IncomePath, HouseholdAmounts> flat(
            SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members) {
        var flat = new TreeMap<IncomePath, HouseholdAmounts>();
        members.forEach((path, weights) -> flat.put(path, HouseholdAmounts.copyOf(weights)));
        return Collections.unmodifiableSortedMap(flat);
    }

    Optional<AgreementVersion> on(LocalDate day) {
        return versions.reversed().stream()
                .filter(version -> !day.isBefore(version.validFrom()))
                .findFirst();
    }

    int size() {
        return versions.stream()
                .flatMap(version -> version.members().values().stream())
                .mapToInt(HouseholdAmounts::size)
                .sum();
    }

    List<Event> amend(AmendAgreement amend) {
        Agreement.requireOrigin(amend.by(), origin);
        if (!amend.validFrom().isAfter(newest().validFrom())) {
            throw new Refused(OVERLAPPING_VERSION, "validFrom", amend.validFrom());
        }
        return List.of(new AgreementAmended(
                amend.agreement(),
                origin,
                newest().version() + 1,
                amend.validFrom(),
                amend.paths(),
                amend.members(),
                amend.at().notBefore(last, TIME_RUNS_BACKWARDS)));
    }

    List<Event> end(EndAgreement end) {
        Agreement.requireOrigin(end.by(), origin);
        if (end.validTo().isBefore(newest().validFrom())) {
            throw new Refused(ENDS_BEFORE_NEWEST_VERSION, "validTo", end.validTo());
        }
        var at = end.at().notBefore(last, TIME_RUNS_BACKWARDS);
        var events = new ArrayList<Event>();
        events.add(new AgreementEnded(end.agreement(), origin, end.validTo(), at));
        for (var product : products) {
            events.add(new ProductCoverEnded(origin, product, end.agreement(), end.validTo(), at));
        }
        return events;
    }

    private AgreementVersion newest() {
        return versions.getLast();
    }
}
