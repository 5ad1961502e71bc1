package linxi.access.account;

import java.time.Instant;
import linxi.access.Caller;
import linxi.access.Role;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * A person's.
 *
 * @param name 3 to 64 characters {@code [a-z0-9._-]}
 * @param password its hash
 * @param mustChange whether nothing else is allowed until the password is changed
 * @param failures since the last time that the password was right
 * @param lockedUntil null where it is not locked
 * @param generation goes up with every change that ends its sessions
 */
public record Account(
        String name,
        String password,
        Role role,
        @Nullable PartyId organisation,
        boolean mustChange,
        boolean disabled,
        int failures,
        @Nullable Instant lockedUntil,
        long generation) {
    public Caller caller() {
        return new Caller(name, role, organisation);
    }

    boolean isLockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
