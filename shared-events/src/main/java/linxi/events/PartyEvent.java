package linxi.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to an organisation. */
public sealed interface PartyEvent extends RegisterEvent {
    PartyId party();

    @Override
    default StreamId stream() {
        return StreamId.of(party());
    }

    /** @param region ISO 3166-2, such as CN-BJ */
    record PartyRegistered(
            PartyId party,
            PartyKind kind,
            Name name,
            @Nullable String region,
            @Nullable String district,
            Instant at) implements PartyEvent {}

    record PartySuspended(PartyId party, String reason, Instant at) implements PartyEvent {}
}
