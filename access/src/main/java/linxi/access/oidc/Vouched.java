package linxi.access.oidc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
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

    /** What can stand in a path as it is; another subject is written in base64 behind a sign that begins none. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.@|:=+-]+");

    public String name() {
        return PREFIX
                + (PLAIN.matcher(subject).matches()
                        ? subject
                        : "~"
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(subject.getBytes(StandardCharsets.UTF_8)));
    }

    public Caller caller() {
        return new Caller(name(), role, organisation);
    }
}
