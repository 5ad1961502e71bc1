package linxi.access.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.http.HttpClient;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * What the provider says of itself, and the keys it signs with. It is asked when somebody needs it, never at the start: a
 * call takes three seconds at most, follows no redirect, and reads 256 KiB at most.
 */
public final class Provider implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final OidcSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final RestClient client;
    private final Told<ClientRegistration> registration;
    private final Told<JWKSet> keys;

    public Provider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(ANSWER);
        this.client = RestClient.builder()
                .requestFactory(factory)
                .requestInterceptor(BoundedAnswer::to)
                .build();
        this.registration = new Told<>(this::discovered, clock);
        this.keys = new Told<>(this::published, clock);
    }

    OidcSettings settings() {
        return settings;
    }

    /** How long somebody may stay whom it vouched for. */
    public Duration session() {
        return settings.session();
    }

    /** For calls to it, with the bounds of all. */
    RestClient client() {
        return client;
    }

    /** @throws ProviderAway where it is not known yet and nobody answers */
    ClientRegistration registration() {
        return registration.get();
    }

    /** Takes what is signed by a key that the provider publishes, with any of the algorithms that have public keys. */
    NimbusJwtDecoder decoder(OAuth2TokenValidator<Jwt> validator) {
        var decoder = NimbusJwtDecoder.withJwkSource((selector, _) -> keys(selector))
                .jwsAlgorithms(all -> all.addAll(Arrays.asList(SignatureAlgorithm.values())))
                .build();
        decoder.setJwtValidator(validator);
        return decoder;
    }

    private List<JWK> keys(JWKSelector selector) throws KeySourceException {
        try {
            var found = selector.select(keys.get());
            return found.isEmpty() ? selector.select(keys.again()) : found;
        } catch (ProviderAway away) {
            throw new RemoteKeySourceException("no keys", away);
        }
    }

    private ClientRegistration discovered() {
        try {
            var said = client.get()
                    .uri(settings.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration")
                    .retrieve()
                    .body(new ParameterizedTypeReference<Map<String, Object>>() {});
            if (said == null || !settings.issuer().equals(said.get("issuer"))) {
                throw new IllegalArgumentException("it is not the issuer " + settings.issuer());
            }
            var builder = ClientRegistrations.fromOidcConfiguration(said)
                    .registrationId(OidcSettings.PROFILE)
                    .clientId(settings.clientId())
                    .redirectUri("{baseUrl}" + OidcSettings.BACK)
                    .scope(settings.scopes());
            var _ = settings.clientSecret() == null
                    ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                    : builder.clientSecret(settings.clientSecret());
            return complete(builder.build());
        } catch (RestClientException | IllegalArgumentException e) {
            throw away("what it says of itself cannot be read", e);
        }
    }

    private static ClientRegistration complete(ClientRegistration it) {
        var details = it.getProviderDetails();
        if (details.getAuthorizationUri() == null || details.getTokenUri() == null) {
            throw new IllegalArgumentException("it names no endpoint for logins");
        }
        return it;
    }

    private JWKSet published() {
        try {
            var uri = registration().getProviderDetails().getJwkSetUri();
            var said = uri == null ? null : client.get().uri(uri).retrieve().body(String.class);
            return JWKSet.parse(said == null ? "" : said);
        } catch (RestClientException | IllegalArgumentException | ParseException e) {
            throw away("its keys cannot be read", e);
        }
    }

    /** What is said of it is its own; no caller has a word in it. */
    private static ProviderAway away(String what, Exception cause) {
        LOG.warn("the OpenID Connect provider: {}: {}", what, String.valueOf(cause));
        return new ProviderAway(what, cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
