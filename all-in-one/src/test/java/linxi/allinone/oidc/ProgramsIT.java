package linxi.allinone.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import linxi.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs with tokens that a provider gave them, sent to either service. */
class ProgramsIT {
    @TempDir
    private static Path folder;

    private static County county;
    private static String queries;
    private static String commands;

    private final Visitor program = new Visitor();

    @BeforeAll
    static void start() {
        county = County.in(folder);
        queries = county.services().queries();
        commands = county.services().commands();
    }

    @AfterAll
    static void stop() {
        county.close();
    }

    @Test
    void readAndGiveCommandsInEitherService() {
        var admin = "Bearer " + county.provider().token("admin-program");
        assertThat(program.get(queries + "/api/parties", "Authorization", admin).status())
                .isEqualTo(200);
        assertThat(county.post(commands + "/api/parties", admin, County.party("market-1"))
                        .status())
                .isEqualTo(201);
        assertThat(county.post(queries + "/api/parties", admin, County.party("market-2"))
                        .status())
                .isEqualTo(201);
        var clerk = "Bearer " + county.provider().token("clerk-program");
        assertThat(county.post(commands + "/api/lots", clerk, County.lot("P1")).status())
                .isEqualTo(201);
        assertThat(county.post(commands + "/api/lots", clerk, County.lot("P2").replace("dakang", "market-1"))
                        .status())
                .as("of another")
                .isEqualTo(403);
        assertThat(program.get(queries + "/api/lots?origin=market-1", "Authorization", clerk)
                        .status())
                .isEqualTo(403);
        assertThat(county.post(commands + "/api/parties", clerk, County.party("market-3"))
                        .text())
                .contains("ROLE_NOT_ALLOWED");
        assertThat(program.get(queries + "/api/parties", "Authorization", county.key(Role.ANALYST))
                        .status())
                .as("a key of ours")
                .isEqualTo(200);
    }

    @Test
    void areRefusedByBothServicesWithATokenThatDoesNotHold() throws JOSEException {
        var good = county.provider().token("clerk-program");
        var parts = good.split("\\.", -1);
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("tampered", parts[0] + "." + parts[1] + "." + parts[2].substring(2) + "AA");
        tokens.put("audience", signed(it -> it.audience("linxi")));
        tokens.put("issuer", signed(it -> it.issuer("https://evil.example")));
        tokens.put(
                "expired",
                signed(it -> it.expirationTime(Date.from(Instant.now().minusSeconds(120)))));
        tokens.put("none", new PlainJWT(claims().build()).serialize());
        tokens.put("nothing", "nothing");
        for (var token : tokens.entrySet()) {
            for (var url : List.of(queries + "/api/lots", commands + "/api/lots")) {
                var answer = county.post(url, "Bearer " + token.getValue(), County.lot("X"));
                assertThat(answer.status())
                        .as(token.getKey() + " " + answer.text())
                        .isEqualTo(401);
                assertThat(answer.text()).contains("\"rule\":\"TOKEN_REFUSED\"");
                assertThat(answer.answer().headers().firstValue("WWW-Authenticate"))
                        .hasValue("Bearer error=\"invalid_token\"");
            }
        }
        assertThat(program.get(queries + "/api/lots?origin=dakang", "Authorization", "Bearer " + signed(_ -> {}))
                        .status())
                .as("as it should be")
                .isEqualTo(200);
    }

    @Test
    void areRefusedWithoutARoleOrItsOrganisation() throws JOSEException {
        var guest = "Bearer " + county.provider().token("guest-program");
        var homeless = "Bearer " + signed(it -> it.claim("organisation", null));
        var both = "Bearer " + signed(it -> it.claim("groups", List.of("/linxi/clerks", "/linxi/admins")));
        var rules = Map.of(guest, "NO_ROLE_GIVEN", homeless, "NO_ORGANISATION_GIVEN", both, "SEVERAL_ROLES");
        for (var rule : rules.entrySet()) {
            for (var url : List.of(queries + "/api/lots", commands + "/api/lots")) {
                var answer = county.post(url, rule.getKey(), County.lot("X"));
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.text()).contains(rule.getValue());
            }
        }
    }

    /** What tells this system who logged in is no token for its API. */
    @Test
    void cannotComeWithWhatAPersonLoggedInWith() throws JOSEException {
        var answer = program.get(
                queries + "/api/lots",
                "Authorization",
                "Bearer " + signed(it -> it.audience("linxi").claim("nonce", "n")));
        assertThat(answer.status()).isEqualTo(401);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(county.provider().issuer())
                .subject("clerk-program")
                .audience(EmbeddedProvider.AUDIENCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("groups", List.of("/linxi/clerks"))
                .claim("organisation", "dakang");
    }

    /** By the provider's own key, whatever it says. */
    private static String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        var claims = claims();
        change.accept(claims);
        var key = county.provider().key();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
