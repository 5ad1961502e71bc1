package linxi.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/** A person's way to the provider and back: an authorization code with state, nonce and proof key, by Spring Security. */
public final class CodeFlow {
    private static final Logger LOG = LoggerFactory.getLogger(CodeFlow.class);
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    /** Strangers with codes that they made up must not make us call the provider without end. */
    private static final int AT_ONCE = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Provider provider;
    private final Claims claims;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final OidcAuthorizationCodeAuthenticationProvider codes;

    public CodeFlow(Provider provider) {
        this.provider = provider;
        this.claims = new Claims(provider.settings());
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(_ -> provider.registration());
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(provider.client()
                .mutate()
                .configureMessageConverters(all -> all.addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var users = new OidcUserService();
        users.setOauth2UserService(this::user);
        this.codes = new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
        codes.setJwtDecoderFactory(this::decoder);
    }

    /**
     * Somebody on the way to the provider.
     *
     * @param uri where to go
     */
    public record Started(String uri, Journey journey) {}

    /** @throws ProviderAway where it cannot be asked where people log in */
    public Started start(HttpServletRequest http, String next) {
        var request = Objects.requireNonNull(requests.resolve(http, OidcSettings.PROFILE));
        var sent = OAuth2AuthorizationRequest.from(request)
                .redirectUri(redirectUri(http))
                .build();
        var journey = new Journey(
                Objects.requireNonNull(sent.getState()),
                Objects.requireNonNull(sent.<String>getAttribute(OidcParameterNames.NONCE)),
                Objects.requireNonNull(sent.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
                next);
        return new Started(sent.getAuthorizationRequestUri(), journey);
    }

    /**
     * @param state that came with the code
     * @throws ProviderAway where it does not answer
     * @throws AccessRefused {@code LOGIN_FAILED} where it does not vouch for anybody, or what {@link Claims} refuses
     */
    public Vouched finish(HttpServletRequest http, Journey journey, String code, String state) {
        var registration = provider.registration();
        var login = new OAuth2LoginAuthenticationToken(
                registration,
                new OAuth2AuthorizationExchange(
                        request(registration, journey, redirectUri(http)),
                        OAuth2AuthorizationResponse.success(code)
                                .state(state)
                                .redirectUri(redirectUri(http))
                                .build()));
        requireTurn();
        try {
            var done = (OAuth2LoginAuthenticationToken) Objects.requireNonNull(codes.authenticate(login));
            return claims.read(Objects.requireNonNull(done.getPrincipal()).getAttributes());
        } catch (AuthenticationException | RestClientException | IllegalArgumentException failed) {
            LOG.warn("a login at the provider failed: {}", failed.getMessage());
            if (isAway(failed)) {
                throw new ProviderAway("it did not finish a login", failed);
            }
            throw new AccessRefused(Reason.LOGIN_FAILED);
        } finally {
            turns.release();
        }
    }

    private void requireTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProviderAway("too many come back from it at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderAway("interrupted");
        }
    }

    private static OAuth2AuthorizationRequest request(
            ClientRegistration registration, Journey journey, String redirectUri) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .redirectUri(redirectUri)
                .scopes(registration.getScopes())
                .state(journey.state())
                .attributes(Map.of(
                        OidcParameterNames.NONCE,
                        journey.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        journey.verifier()))
                .build();
    }

    /** The same on the way there and back, or the provider refuses the code. */
    private String redirectUri(HttpServletRequest http) {
        var set = provider.settings().redirectUri();
        return set != null
                ? set
                : UriComponentsBuilder.fromUriString(http.getRequestURL().toString())
                        .replacePath(OidcSettings.BACK)
                        .build()
                        .toUriString();
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        var decoder = provider.decoder(new DelegatingOAuth2TokenValidator<>(
                List.of(JwtValidators.createDefault(), new OidcIdTokenValidator(registration))));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    /** What some providers say only there. */
    private OAuth2User user(OAuth2UserRequest request) {
        var details = request.getClientRegistration().getProviderDetails().getUserInfoEndpoint();
        var said = provider.client()
                .get()
                .uri(Objects.requireNonNull(details.getUri()))
                .headers(headers ->
                        headers.setBearerAuth(request.getAccessToken().getTokenValue()))
                .retrieve()
                .body(OBJECT);
        return new DefaultOAuth2User(List.of(), said == null ? Map.of() : said, "sub");
    }

    private static boolean isAway(Throwable failed) {
        for (Throwable it = failed; it != null; it = it.getCause()) {
            if (it instanceof IOException || it instanceof ProviderAway || it instanceof HttpServerErrorException) {
                return true;
            }
        }
        return false;
    }
}
