package linxi.access.gate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Shows households by their keys to who may see them and says why, and writes that down before: see
 * {@link HouseholdAccesses}. Auditors and administrators say no why, and leave a line as well. Who gives no purpose sees pseudonyms. A program says it with every request; a person once, on
 * a page, which keeps it in a cookie until the browser is closed or the account left.
 */
public final class Purposes implements HandlerInterceptor {
    /** Percent-encoded UTF-8, 5 to 200 characters. */
    public static final String HEADER = "X-Purpose";

    /** As the header; for pages and files, not for the API, and where it is none it is as if there were no cookie. */
    public static final String COOKIE = "linxi-purpose";

    private static final int SHORTEST = 5;
    private static final int LONGEST = 200;

    private final HouseholdAccesses looks;

    public Purposes(HouseholdAccesses looks) {
        this.looks = looks;
    }

    @Override
    public boolean preHandle(HttpServletRequest http, HttpServletResponse answer, Object handler) {
        var access = Access.of(http);
        var caller = access.caller();
        if (caller == null || !Boolean.TRUE.equals(http.getAttribute(Gate.OF_HOUSEHOLDS))) {
            return true;
        }
        if (access.reach() == Reach.MASKED && caller.role() == Role.HOUSEHOLD_VIEWER) {
            var purpose = stated(http);
            if (purpose != null) {
                looks.note(caller, purpose, http);
                http.setAttribute(Gate.REACH, Reach.ALL);
            }
        }
        // Once: what is answered in another turn, such as an error, was noted when it was asked.
        var unasked = unasked(caller.role());
        if (unasked != null && http.getDispatcherType() == DispatcherType.REQUEST) {
            looks.note(caller, unasked, http);
        }
        return true;
    }

    /** The purpose of those who see every household by its key without saying one; null of all others. */
    private static @Nullable String unasked(Role role) {
        return switch (role) {
            case AUDITOR -> HouseholdAccesses.AUDIT;
            case ADMIN -> HouseholdAccesses.REGISTER;
            case CLERK, RECEIVER, ANALYST, HOUSEHOLD_VIEWER -> null;
        };
    }

    /**
     * What for, as the request says it; null where it does not.
     *
     * @throws AccessRefused where the header is none
     */
    public static @Nullable String stated(HttpServletRequest http) {
        var header = http.getHeader(HEADER);
        if (header != null) {
            return purpose(header);
        }
        if (http.getCookies() == null || http.getRequestURI().startsWith("/api/")) {
            return null;
        }
        for (var cookie : http.getCookies()) {
            if (cookie.getName().equals(COOKIE)) {
                try {
                    return purpose(cookie.getValue());
                } catch (AccessRefused tooShort) {
                    return null;
                }
            }
        }
        return null;
    }

    private static String purpose(String stated) {
        String purpose;
        try {
            purpose = URLDecoder.decode(stated, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            throw new AccessRefused(Reason.PURPOSE_MISSING, HEADER);
        }
        if (purpose.length() < SHORTEST || purpose.length() > LONGEST) {
            throw new AccessRefused(Reason.PURPOSE_MISSING, HEADER);
        }
        return purpose;
    }
}
