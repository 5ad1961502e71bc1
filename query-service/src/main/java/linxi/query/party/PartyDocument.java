package linxi.query.party;

import java.time.Instant;
import linxi.events.Name;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as registered.
 *
 * @param suspension the reason, once suspended
 */
public record PartyDocument(
        PartyId id,
        PartyKind kind,
        Name name,
        @Nullable String region,
        @Nullable String district,
        @Nullable String suspension,
        Instant at) {
    PartyDocument suspended(String reason) {
        return new PartyDocument(id, kind, name, region, district, reason, at);
    }
}
