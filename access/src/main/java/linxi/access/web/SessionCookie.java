package linxi.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import linxi.access.account.Account;
import linxi.access.gate.Purposes;
import linxi.access.session.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Begins and ends the session of a browser, however somebody logged in. */
final class SessionCookie {
    static final String NAME = "linxi-session";

    private final Sessions sessions;
    private final KnownCallers known;

    SessionCookie(Sessions sessions, KnownCallers known) {
        this.sessions = sessions;
        this.known = known;
    }

    /** With a token that nobody can have known before. */
    void begin(Account account, Duration longest, HttpServletRequest http, HttpServletResponse answer) {
        var token = sessions.begin(account, longest);
        set(cookie(NAME, token, "/", longest, http), answer);
        // A token from before the login may be known to others; the next look at /me makes one.
        set(gone("XSRF-TOKEN"), answer);
        // What somebody looked at households for is not what the next one does.
        set(gone(Purposes.COOKIE), answer);
    }

    private static ResponseCookie gone(String name) {
        return ResponseCookie.from(name, "").path("/").maxAge(0).build();
    }

    /** The one that the browser brings, if any. */
    void end(HttpServletRequest http, HttpServletResponse answer) {
        var token = CallerFilter.cookie(http, NAME);
        if (token != null) {
            sessions.end(token);
            known.forget(token);
        }
        set(cookie(NAME, "", "/", Duration.ZERO, http), answer);
        set(gone(Purposes.COOKIE), answer);
    }

    /** One that no script can read, and no page of another site sends but by a link. */
    static ResponseCookie cookie(String name, String value, String path, Duration age, HttpServletRequest http) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(http.isSecure())
                .sameSite("Lax")
                .path(path)
                .maxAge(age)
                .build();
    }

    static void set(ResponseCookie cookie, HttpServletResponse answer) {
        answer.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
