package linxi.access.key;

import java.time.Instant;
import linxi.access.Caller;
import linxi.access.Role;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * A program's.
 *
 * @param id the part of it that is no secret
 * @param title what it is for, in its maker's words
 */
public record ApiKey(
        String id, String title, Role role, @Nullable PartyId organisation, Instant made, boolean revoked) {
    Caller caller() {
        return new Caller("key:" + id, role, organisation);
    }
}
