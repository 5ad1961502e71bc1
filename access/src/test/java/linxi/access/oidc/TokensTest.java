package linxi.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.MovableClock;
import linxi.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens as programs send them, honest and forged. */
class TokensTest {
    private final MovableClock clock = new MovableClock();
    private final FakeProvider fake = new FakeProvider();
    private final Provider provider = fake.provider(clock);
    private final Tokens tokens = new Tokens(provider);

    @AfterEach
    void stop() {
        provider.close();
        fake.close();
    }

    private static void refused(Reason reason, Tokens tokens, String token) {
        assertThatThrownBy(() -> tokens.verified(token))
                .isInstanceOfSatisfying(
                        AccessRefused.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }

    private void refused(Reason reason, Consumer<JWTClaimsSet.Builder> change) {
        refused(reason, tokens, fake.token(change));
    }

    @Test
    void tellWhoAProgramIs() {
        var it = tokens.verified(fake.token(_ -> {}));
        assertThat(it.name()).isEqualTo("oidc:importer");
        assertThat(it.role()).isEqualTo(Role.ANALYST);
        assertThat(fake.asked).hasValue(1);
        assertThat(tokens.verified(FakeProvider.signed(
                                fake.key, JOSEObjectType.JWT, fake.claims().build()))
                        .role())
                .isEqualTo(Role.ANALYST);
        assertThat(fake.asked).hasValue(1);
    }

    @Test
    void areRefusedWhenTheyAreNotForUsOrNotNow() {
        refused(Reason.TOKEN_REFUSED, it -> it.audience("linxi"));
        refused(Reason.TOKEN_REFUSED, it -> it.audience(List.of()));
        refused(Reason.TOKEN_REFUSED, it -> it.issuer("https://evil.example"));
        refused(Reason.TOKEN_REFUSED, it -> it.issuer(null));
        var past = Date.from(Instant.now().minusSeconds(120));
        refused(Reason.TOKEN_REFUSED, it -> it.expirationTime(past));
        refused(Reason.TOKEN_REFUSED, it -> it.expirationTime(null));
        refused(
                Reason.TOKEN_REFUSED,
                it -> it.notBeforeTime(Date.from(Instant.now().plusSeconds(120))));
        refused(Reason.TOKEN_REFUSED, it -> it.subject(null));
        refused(Reason.NO_ROLE_GIVEN, it -> it.claim("roles", List.of("offline_access")));
        refused(Reason.NO_ORGANISATION_GIVEN, it -> it.claim("roles", "CLERK"));
    }

    @Test
    void areRefusedWhenAnybodyElseSignedThem() throws Exception {
        var claims = fake.claims().build();
        refused(Reason.TOKEN_REFUSED, tokens, FakeProvider.signed(FakeProvider.key("one"), JOSEObjectType.JWT, claims));
        refused(Reason.TOKEN_REFUSED, tokens, FakeProvider.signed(FakeProvider.key("two"), JOSEObjectType.JWT, claims));
        refused(Reason.TOKEN_REFUSED, tokens, new PlainJWT(claims).serialize());
        var byPublicKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
        byPublicKey.sign(new MACSigner(fake.key.toRSAPublicKey().getEncoded()));
        refused(Reason.TOKEN_REFUSED, tokens, byPublicKey.serialize());
        var parts = fake.token(_ -> {}).split("\\.", -1);
        var other = fake.token(it -> it.claim("roles", "ADMIN")).split("\\.", -1);
        refused(Reason.TOKEN_REFUSED, tokens, parts[0] + "." + other[1] + "." + parts[2]);
        refused(Reason.TOKEN_REFUSED, tokens, parts[0] + "." + parts[1] + ".");
    }

    @Test
    void areRefusedWhenTheyAreNone() {
        for (var word : List.of("", "a", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30.", "x".repeat(10_000))) {
            refused(Reason.TOKEN_REFUSED, tokens, word);
        }
        refused(
                Reason.TOKEN_REFUSED,
                tokens,
                FakeProvider.signed(
                        fake.key,
                        new JOSEObjectType("logout+jwt"),
                        fake.claims().build()));
    }

    @Test
    void signedByANewKeyAreTakenButStrangersCannotMakeUsAskOften() {
        assertThat(tokens.verified(fake.token(_ -> {})).subject()).isEqualTo("importer");
        for (int i = 0; i < 20; i++) {
            var stranger = FakeProvider.signed(
                    FakeProvider.key("k" + i), JOSEObjectType.JWT, fake.claims().build());
            refused(Reason.TOKEN_REFUSED, tokens, stranger);
            if (i == 0) {
                clock.pass(Told.SELDOM);
            }
        }
        assertThat(fake.asked).hasValue(2);
        fake.key = FakeProvider.key("new");
        clock.pass(Told.SELDOM);
        assertThat(tokens.verified(fake.token(_ -> {})).subject()).isEqualTo("importer");
    }

    @Test
    void areTakenForAWhileWithoutTheProviderAndThenCannotBeJudged() {
        assertThat(tokens.verified(fake.token(_ -> {})).subject()).isEqualTo("importer");
        fake.close();
        clock.pass(Told.KEPT.minusSeconds(1));
        assertThat(tokens.verified(fake.token(_ -> {})).subject()).isEqualTo("importer");
        refused(Reason.TOKEN_REFUSED, it -> it.audience("other"));
        clock.pass(Told.PAUSE);
        refused(Reason.PROVIDER_AWAY, _ -> {});
    }

    @Test
    void cannotBeJudgedWhereSomebodyElseAnswers() {
        fake.lies = true;
        refused(Reason.PROVIDER_AWAY, _ -> {});
    }

    @Test
    void cannotBeJudgedByAnAnswerWithoutEnd() {
        fake.filling = "x".repeat(300_000);
        refused(Reason.PROVIDER_AWAY, _ -> {});
    }

    @Test
    void waitNoLongerThanAFewSecondsForAProviderThatHangs() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var other = new Provider(FakeProvider.settings("http://127.0.0.1:" + silent.getLocalPort()), clock)) {
            var begun = System.nanoTime();
            refused(Reason.PROVIDER_AWAY, new Tokens(other), fake.token(_ -> {}));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        }
    }
}
