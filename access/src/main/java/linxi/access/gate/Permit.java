package linxi.access.gate;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import linxi.access.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One line of the table: an endpoint, and how far each role gets with it.
 *
 * @param method of HTTP; {@code GET} stands for HEAD as well
 * @param isPublic whether nobody need be logged in
 * @param isForAccount whether it is open while the password must be changed
 * @param isOfHouseholds whether it shows households: by pseudonyms, or by their keys to whoever may see them
 */
public record Permit(
        String method,
        PathPattern path,
        Map<Role, Reach> reaches,
        boolean isPublic,
        boolean isForAccount,
        boolean isOfHouseholds) {
    public Permit {
        reaches = Collections.unmodifiableMap(new EnumMap<>(reaches));
        if (reaches.containsValue(Reach.MASKED) && !isOfHouseholds) {
            throw new IllegalArgumentException(method + " " + path + " masks households and is not of them");
        }
    }

    /** An endpoint that no role may call yet. */
    public static Permit of(String method, String path) {
        return new Permit(method, PathPatternParser.defaultInstance.parse(path), none(), false, false, false);
    }

    public static Permit get(String path) {
        return of("GET", path);
    }

    public static Permit post(String path) {
        return of("POST", path);
    }

    private static Map<Role, Reach> none() {
        var none = new EnumMap<Role, Reach>(Role.class);
        Arrays.stream(Role.values()).forEach(role -> none.put(role, Reach.NONE));
        return none;
    }

    /** The same, with this reach for these roles; for all of them where none is named. */
    public Permit with(Reach reach, Role... roles) {
        var changed = new EnumMap<>(reaches);
        Arrays.stream(roles.length == 0 ? Role.values() : roles).forEach(role -> changed.put(role, reach));
        return new Permit(method, path, changed, isPublic, isForAccount, isOfHouseholds);
    }

    public Permit forEverybody() {
        return new Permit(method, path, with(Reach.ALL).reaches(), true, true, isOfHouseholds);
    }

    /** What somebody needs to change a password, or to leave. */
    public Permit forEveryAccount() {
        return new Permit(method, path, with(Reach.ALL).reaches(), false, true, isOfHouseholds);
    }

    public Permit ofHouseholds() {
        return new Permit(method, path, reaches, isPublic, isForAccount, true);
    }

    Reach of(Role role) {
        return reaches.getOrDefault(role, Reach.NONE);
    }

    boolean matches(String asked, PathContainer at) {
        boolean same = method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
        return same && path.matches(at);
    }
}
