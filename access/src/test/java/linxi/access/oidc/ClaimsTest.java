package linxi.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.Role;
import linxi.access.oidc.OidcSettings.Roles;
import linxi.events.PartyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimsTest {
    private static final Roles OWN_NAMES = new Roles(
            List.of("CLERK"),
            List.of("RECEIVER"),
            List.of("ANALYST"),
            List.of("HOUSEHOLD_VIEWER"),
            List.of("ADMIN"),
            List.of("AUDITOR"));

    private static OidcSettings settings(String roleClaim, Roles roles) {
        return new OidcSettings(
                "https://sso.example",
                "linxi",
                null,
                Set.of(),
                null,
                null,
                roleClaim,
                "organisation",
                "preferred_username",
                roles,
                Duration.ofHours(12));
    }

    private static Vouched read(Map<String, Object> claims) {
        return new Claims(settings("roles", OWN_NAMES)).read(claims);
    }

    private static void refused(Reason reason, Map<String, Object> claims) {
        assertThatThrownBy(() -> read(claims))
                .isInstanceOfSatisfying(
                        AccessRefused.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }

    @Test
    void tellWhoThatIsInWhichRoleForWhom() {
        var it = read(Map.of(
                "sub",
                "f3-1",
                "roles",
                List.of("offline_access", "CLERK"),
                "organisation",
                "dakang",
                "preferred_username",
                "王芳"));
        assertThat(it).isEqualTo(new Vouched("f3-1", "王芳", Role.CLERK, new PartyId("dakang")));
        assertThat(it.caller().name()).isEqualTo("oidc:f3-1");
    }

    @ParameterizedTest
    @EnumSource
    void canGiveEachRoleByItsOwnName(Role role) {
        assertThat(read(Map.of("sub", "x", "roles", role.name(), "organisation", "dakang"))
                        .role())
                .isEqualTo(role);
    }

    @Test
    void areFoundWithinOthersAndByNamesWithDots() {
        var roles = new Roles(
                List.of("/linxi/clerks"), List.of(), List.of("staff", "boss"), List.of(), List.of(), List.of());
        var nested = Map.<String, Object>of("sub", "x", "realm_access", Map.of("roles", List.of("boss")));
        assertThat(new Claims(settings("realm_access.roles", roles))
                        .read(nested)
                        .role())
                .isEqualTo(Role.ANALYST);
        var dotted = Map.<String, Object>of("sub", "x", "https://linxi.example/roles", "staff");
        assertThat(new Claims(settings("https://linxi.example/roles", roles))
                        .read(dotted)
                        .role())
                .isEqualTo(Role.ANALYST);
    }

    @Test
    void giveNoRoleThatTheyDoNotName() {
        refused(Reason.NO_ROLE_GIVEN, Map.of("sub", "x"));
        refused(Reason.NO_ROLE_GIVEN, Map.of("sub", "x", "roles", List.of()));
        refused(Reason.NO_ROLE_GIVEN, Map.of("sub", "x", "roles", List.of("admin", "ADMIN ")));
        refused(Reason.NO_ROLE_GIVEN, Map.of("sub", "x", "roles", Map.of("ADMIN", true)));
        refused(Reason.NO_ROLE_GIVEN, Map.of("sub", "x", "roles", List.of(7, List.of("ADMIN"))));
        refused(Reason.SEVERAL_ROLES, Map.of("sub", "x", "roles", List.of("ANALYST", "ADMIN")));
    }

    @Test
    void mustNameAnOrganisationForRolesOfOne() {
        refused(Reason.NO_ORGANISATION_GIVEN, Map.of("sub", "x", "roles", "CLERK"));
        refused(Reason.NO_ORGANISATION_GIVEN, Map.of("sub", "x", "roles", "RECEIVER", "organisation", "a b"));
        refused(
                Reason.NO_ORGANISATION_GIVEN,
                Map.of("sub", "x", "roles", "CLERK", "organisation", List.of("dakang", "other")));
        assertThat(read(Map.of("sub", "x", "roles", "ANALYST", "organisation", "县 扶贫办"))
                        .organisation())
                .isNull();
    }

    @Test
    void mustHaveASubjectThatNobodyCanMistakeForAnother() {
        refused(Reason.TOKEN_REFUSED, Map.of("roles", "ADMIN"));
        refused(Reason.TOKEN_REFUSED, Map.of("sub", "", "roles", "ADMIN"));
        refused(Reason.TOKEN_REFUSED, Map.of("sub", "a\nb", "roles", "ADMIN"));
        refused(Reason.TOKEN_REFUSED, Map.of("sub", "a".repeat(256), "roles", "ADMIN"));
    }

    @Test
    void callAPersonByTheSubjectWhereTheyGiveNoName() {
        assertThat(read(Map.of("sub", "x", "roles", "ADMIN")).person()).isEqualTo("x");
        assertThat(read(Map.of("sub", "x", "roles", "ADMIN", "preferred_username", "\u0000 "))
                        .person())
                .isEqualTo("x");
        assertThat(read(Map.of("sub", "x", "roles", "ADMIN", "preferred_username", "长".repeat(99)))
                        .person())
                .hasSize(64);
    }
}
