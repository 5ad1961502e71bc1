package linxi.access;

import java.util.Objects;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param name of the account or key; {@code oidc:} and the subject of somebody whom a provider vouches for
 * @param organisation whose data it may touch, and for which it acts; null only where the role needs none
 */
public record Caller(String name, Role role, @Nullable PartyId organisation) {
    /** @throws NullPointerException where the role is of no single organisation and none was given */
    public PartyId own() {
        return Objects.requireNonNull(organisation, "no organisation");
    }
}
