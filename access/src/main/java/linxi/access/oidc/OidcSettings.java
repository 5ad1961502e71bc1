package linxi.access.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import linxi.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code linxi.access.oidc}, read with the profile {@code oidc} only.
 *
 * @param issuer exactly as the provider calls itself; https, or http on this machine
 * @param clientId of this system at the provider
 * @param clientSecret null for a public client, which has the proof key (PKCE) alone
 * @param scopes that are asked for; {@code openid} always is
 * @param redirectUri where the provider sends people back to; null for the address by which they came
 * @param audience that tokens of programs are for; null where none are taken
 * @param roleClaim a name, or names of objects and a name in them with dots between
 * @param organisationClaim the same, with the id of a party
 * @param nameClaim the same, with what to call a person on pages
 * @param session after which a person is sent to the provider again, at most
 */
@ConfigurationProperties("linxi.access.oidc")
public record OidcSettings(
        String issuer,
        String clientId,
        @Nullable String clientSecret,
        @DefaultValue("openid") Set<String> scopes,
        @Nullable String redirectUri,
        @Nullable String audience,
        @DefaultValue("roles") String roleClaim,
        @DefaultValue("organisation") String organisationClaim,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue Roles roles,
        @DefaultValue("12h") Duration session) {
    /** The profile with which providers are asked at all. */
    public static final String PROFILE = "oidc";

    /** Where the provider sends people back to. */
    public static final String BACK = "/login/oidc/code";

    private static final String PREFIX = "linxi.access.oidc.";
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Values of the role's claim that stand for each of ours. */
    public record Roles(
            @DefaultValue("CLERK") List<String> clerk,
            @DefaultValue("RECEIVER") List<String> receiver,
            @DefaultValue("ANALYST") List<String> analyst,
            @DefaultValue("HOUSEHOLD_VIEWER") List<String> householdViewer,
            @DefaultValue("ADMIN") List<String> admin,
            @DefaultValue("AUDITOR") List<String> auditor) {
        List<String> of(Role role) {
            return switch (role) {
                case CLERK -> clerk;
                case RECEIVER -> receiver;
                case ANALYST -> analyst;
                case HOUSEHOLD_VIEWER -> householdViewer;
                case ADMIN -> admin;
                case AUDITOR -> auditor;
            };
        }
    }

    public OidcSettings {
        require(isSafe(issuer), "issuer", "the provider's https address (http on this machine only)");
        require(isGiven(clientId), "client-id", "what the provider calls this system");
        clientSecret = isGiven(clientSecret) ? clientSecret : null;
        audience = isGiven(audience) ? audience : null;
        redirectUri = isGiven(redirectUri) ? redirectUri : null;
        require(
                redirectUri == null || (isSafe(redirectUri) && redirectUri.endsWith(BACK)),
                "redirect-uri",
                "an https address (http on this machine only) that ends with " + BACK);
        // Else what is meant to tell this system who logged in would open its API to whoever gets hold of it.
        require(!clientId.equals(audience), "audience", "another than client-id");
        require(
                session.isPositive() && session.compareTo(LONGEST) <= 0,
                "session",
                "more than nothing, and at most 7 days");
        var all = new LinkedHashSet<>(Set.of("openid"));
        all.addAll(scopes);
        scopes = Set.copyOf(all);
    }

    private static void require(boolean right, String name, String what) {
        if (!right) {
            throw new IllegalArgumentException(PREFIX + name + " must be " + what);
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static boolean isSafe(@Nullable String address) {
        try {
            var uri = URI.create(address == null ? "" : address);
            var host = uri.getHost();
            boolean isHere = host != null && (host.equals("localhost") || host.matches("127(\\.[0-9]+){3}|\\[::1]"));
            return host != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
