package linxi.access.oidc;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.Role;
import linxi.events.Id;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/** Reads from what the provider claims of somebody who that is, in which role, for which organisation. Nothing is guessed. */
final class Claims {
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int LONGEST_NAME = 64;

    private final OidcSettings settings;

    Claims(OidcSettings settings) {
        this.settings = settings;
    }

    /**
     * @throws AccessRefused {@code TOKEN_REFUSED} without a subject, {@code NO_ROLE_GIVEN}, {@code SEVERAL_ROLES},
     *     {@code NO_ORGANISATION_GIVEN}
     */
    Vouched read(Map<String, Object> claims) {
        if (!(claims.get("sub") instanceof String subject)
                || !SUBJECT.matcher(subject).matches()) {
            throw new AccessRefused(Reason.TOKEN_REFUSED, "sub");
        }
        var role = role(texts(claims, settings.roleClaim()));
        return new Vouched(subject, person(claims, subject), role, organisation(claims, role));
    }

    private Role role(List<String> given) {
        var ours = Arrays.stream(Role.values())
                .filter(role -> settings.roles().of(role).stream().anyMatch(given::contains))
                .toList();
        if (ours.size() != 1) {
            throw new AccessRefused(ours.isEmpty() ? Reason.NO_ROLE_GIVEN : Reason.SEVERAL_ROLES, settings.roleClaim());
        }
        return ours.getFirst();
    }

    private @Nullable PartyId organisation(Map<String, Object> claims, Role role) {
        var given = texts(claims, settings.organisationClaim());
        if (given.size() == 1 && Id.isValid(given.getFirst())) {
            return new PartyId(given.getFirst());
        }
        if (role.isOfOneOrganisation()) {
            throw new AccessRefused(Reason.NO_ORGANISATION_GIVEN, settings.organisationClaim());
        }
        return null;
    }

    private String person(Map<String, Object> claims, String subject) {
        var given = texts(claims, settings.nameClaim());
        var name =
                given.isEmpty() ? "" : given.getFirst().replaceAll("\\p{C}", "").strip();
        return name.isEmpty() ? subject : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** One text, or the texts of a list; none of anything else. */
    private static List<String> texts(Map<String, Object> claims, String path) {
        return switch (value(claims, path)) {
            case String text -> List.of(text);
            case Collection<?> many ->
                many.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }

    /** Some providers have dots in the names of claims. */
    private static @Nullable Object value(Map<?, ?> claims, String path) {
        int dot = path.indexOf('.');
        if (dot < 0 || claims.containsKey(path)) {
            return claims.get(path);
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? value(inner, path.substring(dot + 1))
                : null;
    }
}
