package linxi.access.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps, in a cookie, while somebody is at the provider: no server has to remember it, and any may answer
 * when he is back. It is of use to nobody but who is sent back with its state.
 *
 * @param state ties the way back to this browser
 * @param nonce ties the provider's answer to this login
 * @param verifier ties the code to whoever asked for it (PKCE)
 * @param next the page of ours that was wanted
 */
public record Journey(String state, String nonce, String verifier, String next) {
    private static final Pattern FORM =
            Pattern.compile("([\\w=-]{20,200})\\.([\\w=-]{20,200})\\.([\\w=-]{20,200})\\.([\\w-]{1,2000})");

    /** @return null where it is none of ours */
    public static @Nullable Journey of(@Nullable String cookie) {
        var form = FORM.matcher(cookie == null ? "" : cookie);
        if (!form.matches()) {
            return null;
        }
        try {
            var next = new String(Base64.getUrlDecoder().decode(form.group(4)), StandardCharsets.UTF_8);
            return new Journey(form.group(1), form.group(2), form.group(3), next);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public String cookie() {
        var page = Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(StandardCharsets.UTF_8));
        return String.join(".", state, nonce, verifier, page);
    }

    /** Whether it was this one that went out with that state. */
    public boolean isOf(@Nullable String other) {
        return other != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
