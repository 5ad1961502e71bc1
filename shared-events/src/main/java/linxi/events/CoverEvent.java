package linxi.events;

import java.time.Instant;
import java.time.LocalDate;

/** Which agreement covers an origin's product, day by day: at most one (the guard stream of agreements). */
public sealed interface CoverEvent extends OriginEvent {
    ProductId product();

    AgreementId agreement();

    @Override
    default StreamId stream() {
        return StreamId.cover(origin(), product());
    }

    record ProductCovered(PartyId origin, ProductId product, AgreementId agreement, LocalDate from, Instant at)
            implements CoverEvent {}

    /** @param validTo the last day covered */
    record ProductCoverEnded(PartyId origin, ProductId product, AgreementId agreement, LocalDate validTo, Instant at)
            implements CoverEvent {}
}
