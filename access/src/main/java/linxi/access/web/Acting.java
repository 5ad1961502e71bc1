package linxi.access.web;

import jakarta.servlet.http.HttpServletRequest;
import linxi.access.gate.Access;
import org.jspecify.annotations.Nullable;

/** For whom a command is given. */
public final class Acting {
    /** Says so where there are no logins; with them it is ignored. */
    public static final String HEADER = "X-Party";

    private final boolean login;

    Acting(boolean login) {
        this.login = login;
    }

    /** @return null where nobody is named; not necessarily a party that exists, nor an id */
    public @Nullable String party(HttpServletRequest http) {
        if (!login) {
            return http.getHeader(HEADER);
        }
        var caller = Access.of(http).caller();
        return caller == null || caller.organisation() == null
                ? null
                : caller.organisation().value();
    }
}
