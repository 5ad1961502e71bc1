package linxi.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import linxi.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** As they are set in compose: by variables of the environment. */
class OidcSettingsTest {
    private static final Map<String, Object> NEEDED =
            Map.of("ISSUER", "https://sso.example/realms/linxi", "CLIENTID", "linxi");

    private static OidcSettings bound(Map<String, Object> more) {
        var variables = new HashMap<String, Object>();
        NEEDED.forEach((name, value) -> variables.put("LINXI_ACCESS_OIDC_" + name, value));
        more.forEach((name, value) -> variables.put("LINXI_ACCESS_OIDC_" + name, value));
        var environment = new SystemEnvironmentPropertySource("systemEnvironment", variables);
        return new Binder(ConfigurationPropertySources.from(environment))
                .bind("linxi.access.oidc", OidcSettings.class)
                .get();
    }

    @Test
    void needLittle() {
        var settings = bound(Map.of("CLIENTSECRET", "", "AUDIENCE", " "));
        assertThat(settings.clientSecret()).isNull();
        assertThat(settings.audience()).isNull();
        assertThat(settings.scopes()).containsExactly("openid");
        assertThat(settings.roleClaim()).isEqualTo("roles");
        assertThat(settings.roles().of(Role.HOUSEHOLD_VIEWER)).containsExactly("HOUSEHOLD_VIEWER");
        assertThat(settings.session()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void areReadFromTheEnvironment() {
        var settings = bound(Map.of(
                "SCOPES", "profile,groups",
                "ROLES_CLERK", "/linxi/clerks,/linxi/deputies",
                "ROLES_HOUSEHOLDVIEWER", "viewers",
                "REDIRECTURI", "https://linxi.example/login/oidc/code",
                "AUDIENCE", "linxi-api",
                "SESSION", "8h"));
        assertThat(settings.scopes()).containsExactlyInAnyOrder("openid", "profile", "groups");
        assertThat(settings.roles().of(Role.CLERK)).containsExactly("/linxi/clerks", "/linxi/deputies");
        assertThat(settings.roles().of(Role.HOUSEHOLD_VIEWER)).containsExactly("viewers");
        assertThat(settings.audience()).isEqualTo("linxi-api");
        assertThat(settings.session()).isEqualTo(Duration.ofHours(8));
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUER, http://sso.example, issuer",
        "ISSUER, sso.example, issuer",
        "ISSUER, ftp://sso.example, issuer",
        "ISSUER, https://sso.example?a=b, issuer",
        "ISSUER, http://127.0.0.1.evil.example, issuer",
        "CLIENTID, ' ', client-id",
        "REDIRECTURI, https://linxi.example/, redirect-uri",
        "REDIRECTURI, http://linxi.example/login/oidc/code, redirect-uri",
        "AUDIENCE, linxi, audience",
        "SESSION, 0s, session",
        "SESSION, 8d, session",
    })
    void refuseWhatWouldNotBeSafe(String name, String value, String named) {
        assertThatThrownBy(() -> bound(Map.of(name, value)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("linxi.access.oidc." + named);
    }

    @Test
    void allowAnIssuerOnThisMachineWithoutTls() {
        assertThat(bound(Map.of("ISSUER", "http://localhost:9000")).issuer()).isEqualTo("http://localhost:9000");
    }

    @Test
    void doNotShowTheSecret() {
        assertThat(bound(Map.of("CLIENTSECRET", "sesame")).toString()).doesNotContain("sesame");
    }
}
