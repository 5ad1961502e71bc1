package linxi.access.oidc;

import linxi.access.Caller;
import linxi.access.Role;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the provider vouches for.
 *
 * @param subject what the provider calls him for ever
 * @param person what to call him on pages
 * @param organisation null only where the role needs none
 */
public record Vouched(
        String subject, String person, Role role, @Nullable PartyId organisation) {
    /** No account of ours can have a name that begins so. */
    public static final String PREFIX = "oidc:";

    public String name() {
        return PREFIX + subject;
    }

    public Caller caller() {
        return new Caller(name(), role, organisation);
    }
}
