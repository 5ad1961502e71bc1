package linxi.command.agreement;

import static linxi.command.agreement.AgreementRule.AGREEMENT_ENDED;
import static linxi.command.agreement.AgreementRule.AGREEMENT_EXISTS;
import static linxi.command.agreement.AgreementRule.NOT_THE_ORIGIN;
import static linxi.command.agreement.AgreementRule.OVERLAPPING_AGREEMENT;
import static linxi.command.agreement.AgreementRule.UNKNOWN_AGREEMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linxi.command.Refused;
import linxi.command.agreement.AgreementCommand.AmendAgreement;
import linxi.command.agreement.AgreementCommand.EndAgreement;
import linxi.command.agreement.AgreementCommand.PublishAgreement;
import linxi.events.AgreementEvent;
import linxi.events.AgreementEvent.AgreementAmended;
import linxi.events.AgreementEvent.AgreementEnded;
import linxi.events.AgreementEvent.AgreementPublished;
import linxi.events.CoverEvent.ProductCovered;
import linxi.events.Event;
import linxi.events.PartyId;
import linxi.events.ProductId;

/** A benefit agreement as its rules see it. */
public sealed interface Agreement {
    static Agreement unknown() {
        return new Unknown();
    }

    record Unknown() implements Agreement {}

    record InForce(Published published) implements Agreement {}

    record Ended(Published published, LocalDate validTo) implements Agreement {
        Refused refuse(AgreementCommand command) {
            requireOrigin(command.by(), published.origin());
            return new Refused(AGREEMENT_ENDED, validTo);
        }
    }

    /**
     * @param covers the guard of each product that is published or ended
     * @throws Refused with an {@link AgreementRule}
     */
    default List<Event> decide(AgreementCommand command, Map<ProductId, Cover> covers) {
        return switch (command) {
            case PublishAgreement publish ->
                switch (this) {
                    case Unknown _ -> publish(publish, covers);
                    case InForce _, Ended _ -> {
                        requireOrigin(publish.by(), publish.origin());
                        throw new Refused(AGREEMENT_EXISTS, "id", publish.agreement());
                    }
                };
            case AmendAgreement amend ->
                switch (this) {
                    case Unknown _ -> throw new Refused(UNKNOWN_AGREEMENT, amend.agreement());
                    case InForce inForce -> inForce.published().amend(amend);
                    case Ended ended -> throw ended.refuse(amend);
                };
            case EndAgreement end ->
                switch (this) {
                    case Unknown _ -> throw new Refused(UNKNOWN_AGREEMENT, end.agreement());
                    case InForce inForce -> inForce.published().end(end);
                    case Ended ended -> throw ended.refuse(end);
                };
        };
    }

    /** The products whose covers a command needs beside this agreement. */
    default List<ProductId> products() {
        return switch (this) {
            case Unknown _ -> List.of();
            case InForce(var published) -> published.products();
            case Ended(var published, _) -> published.products();
        };
    }

    /** The version in force on {@code day}. */
    default Optional<AgreementVersion> on(LocalDate day) {
        return switch (this) {
            case Unknown _ -> Optional.empty();
            case InForce(var published) -> published.on(day);
            case Ended(var published, var validTo) -> day.isAfter(validTo) ? Optional.empty() : published.on(day);
        };
    }

    /** The version numbered {@code version}, in force or not. */
    default Optional<AgreementVersion> version(int version) {
        var all =
                switch (this) {
                    case Unknown _ -> List.<AgreementVersion>of();
                    case InForce(var published) -> published.versions();
                    case Ended(var published, _) -> published.versions();
                };
        return all.stream().filter(one -> one.version() == version).findFirst();
    }

    default Agreement after(AgreementEvent event) {
        return switch (event) {
            case AgreementPublished first -> new InForce(Published.first(first));
            case AgreementAmended amended ->
                switch (this) {
                    case InForce(var published) -> new InForce(published.with(amended));
                    case Unknown _, Ended _ -> this;
                };
            case AgreementEnded ended ->
                switch (this) {
                    case InForce(var published) -> new Ended(published, ended.validTo());
                    case Unknown _, Ended _ -> this;
                };
        };
    }

    private static List<Event> publish(PublishAgreement publish, Map<ProductId, Cover> covers) {
        requireOrigin(publish.by(), publish.origin());
        var events = new ArrayList<Event>();
        var at = publish.at().at();
        events.add(published(publish, at));
        for (int i = 0; i < publish.products().size(); i++) {
            var product = publish.products().get(i);
            var inTheWay = covers.getOrDefault(product, Cover.none()).inTheWayFrom(publish.validFrom());
            if (inTheWay.isPresent()) {
                throw new Refused(OVERLAPPING_AGREEMENT, "products[" + i + "]", inTheWay.get());
            }
            events.add(new ProductCovered(publish.origin(), product, publish.agreement(), publish.validFrom(), at));
        }
        return events;
    }

    private static AgreementPublished published(PublishAgreement publish, Instant at) {
        return new AgreementPublished(
                publish.agreement(),
                publish.origin(),
                publish.products(),
                publish.validFrom(),
                publish.paths(),
                publish.members(),
                at);
    }

    static void requireOrigin(PartyId by, PartyId origin) {
        if (!by.equals(origin)) {
            throw new Refused(NOT_THE_ORIGIN, by);
        }
    }
}
