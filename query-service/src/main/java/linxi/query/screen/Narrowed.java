package linxi.query.screen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Links from a list to itself, and to what is about the same things. */
public final class Narrowed {
    private static final String AFTER = "after";

    private Narrowed() {}

    /**
     * The list with another value of one parameter; another filter begins at its newest.
     *
     * @param known the parameters that are kept
     * @param value null to leave it out
     */
    public static String with(
            HttpServletRequest http, String path, List<String> known, String parameter, @Nullable String value) {
        var address = UriComponentsBuilder.fromPath(path);
        for (var name : known) {
            var kept = name.equals(parameter) ? value : http.getParameter(name);
            if (kept != null) {
                var _ = address.queryParam(name, kept);
            }
        }
        if (parameter.equals(AFTER) && value != null) {
            var _ = address.queryParam(AFTER, value);
        }
        return address.encode().toUriString();
    }
}
