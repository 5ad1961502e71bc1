package linxi.access.oidc;

import java.util.List;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;

/** Access tokens (JWT) that the provider gave to programs: signed by it, from it, for this system, and not run out. */
public final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    /** No header is longer. */
    private static final int LONGEST = 8 << 10;

    private final @Nullable JwtDecoder decoder;
    private final Claims claims;

    public Tokens(Provider provider) {
        var settings = provider.settings();
        this.claims = new Claims(settings);
        this.decoder = settings.audience() == null ? null : decoder(provider, settings.issuer(), settings.audience());
    }

    private static JwtDecoder decoder(Provider provider, String issuer, String audience) {
        var times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        var type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
        type.setAllowEmpty(true);
        return provider.decoder(JwtValidators.createDefaultWithValidators(
                List.of(times, type, new JwtIssuerValidator(issuer), new JwtAudienceValidator(audience))));
    }

    /**
     * @throws AccessRefused {@code TOKEN_REFUSED}, {@code PROVIDER_AWAY} where its signature cannot be judged, or what
     *     {@link Claims} refuses
     */
    public Vouched verified(String token) {
        if (decoder == null || token.length() > LONGEST) {
            throw new AccessRefused(Reason.TOKEN_REFUSED, "Authorization");
        }
        try {
            return claims.read(decoder.decode(token).getClaims());
        } catch (BadJwtException bad) {
            // Anybody can send one: that is nothing for the log of every day.
            LOG.debug("a token is refused: {}", bad.getMessage());
            throw new AccessRefused(Reason.TOKEN_REFUSED, "Authorization");
        } catch (JwtException away) {
            throw new AccessRefused(Reason.PROVIDER_AWAY, "Authorization");
        }
    }
}
