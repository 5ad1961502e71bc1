package linxi.access.account;

import java.time.Instant;
import java.util.Objects;
import linxi.access.Caller;
import linxi.access.Role;
import linxi.access.oidc.Vouched;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * A person's.
 *
 * @param name 3 to 64 characters {@code [a-z0-9._-]}, or {@code oidc:} and a subject
 * @param password its hash; empty, which nothing matches, where a provider vouches for him
 * @param mustChange whether nothing else is allowed until the password is changed
 * @param failures since the last time that the password was right
 * @param lockedUntil null where it is not locked
 * @param generation goes up with every change that ends its sessions
 * @param person what a provider calls him whom it vouches for; null where there is a password here
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
        long generation,
        @Nullable String person) {
    /** Somebody whom a provider vouches for, when he first comes. */
    static Account of(Vouched it) {
        return new Account(it.name(), "", it.role(), it.organisation(), false, false, 0, null, 1, it.person());
    }

    /** Whether a provider vouches for him: then role and organisation are its to say. */
    public boolean isOfProvider() {
        return person != null;
    }

    public Caller caller() {
        return new Caller(name, role, organisation);
    }

    boolean isSaidBy(Vouched it) {
        return role == it.role()
                && Objects.equals(organisation, it.organisation())
                && it.person().equals(person);
    }

    boolean isLockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
