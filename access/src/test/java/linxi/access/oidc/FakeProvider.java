package linxi.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What a provider publishes, and tokens as it would sign them, or as somebody else would. */
final class FakeProvider implements AutoCloseable {
    static final String AUDIENCE = "linxi-api";

    /** They take long to find. */
    private static final RSAKey ITS_OWN = found();

    private static final RSAKey SOMEBODY_ELSES = found();

    private final HttpServer server;
    final AtomicInteger asked = new AtomicInteger();
    volatile RSAKey key = ITS_OWN;
    volatile String filling = "";
    volatile boolean lies;

    FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", http -> answer(http, metadata()));
        server.createContext("/keys", http -> {
            asked.incrementAndGet();
            answer(http, new JWKSet(key.toPublicJWK()).toString());
        });
        server.start();
    }

    /** Of somebody else. */
    static RSAKey key(String id) {
        return new RSAKey.Builder(SOMEBODY_ELSES).keyID(id).build();
    }

    private static RSAKey found() {
        try {
            return new RSAKeyGenerator(2_048)
                    .keyID("one")
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String metadata() {
        var it = issuer();
        return """
                {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token",
                 "jwks_uri": "%s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"], "filling": "%s"}
                """.formatted(lies ? "https://evil.example" : it, it, it, it, filling);
    }

    private static void answer(HttpExchange http, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(200, body.length);
        try (var out = http.getResponseBody()) {
            out.write(body);
        }
    }

    /** Of an analyst, for this system, for five minutes. */
    JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("importer")
                .audience(List.of(AUDIENCE))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("roles", List.of("ANALYST"));
    }

    String token(Consumer<JWTClaimsSet.Builder> change) {
        var claims = claims();
        change.accept(claims);
        return signed(key, new JOSEObjectType("at+jwt"), claims.build());
    }

    static String signed(RSAKey by, JOSEObjectType type, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(by.getKeyID())
                    .type(type)
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** This system's view of it. */
    Provider provider(Clock clock) {
        return new Provider(settings(issuer()), clock);
    }

    static OidcSettings settings(String issuer) {
        var bound = new Binder(new MapConfigurationPropertySource(Map.of(
                "linxi.access.oidc.issuer", issuer,
                "linxi.access.oidc.client-id", "linxi",
                "linxi.access.oidc.audience", AUDIENCE)));
        return bound.bind("linxi.access.oidc", OidcSettings.class).get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
