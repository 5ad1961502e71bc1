package linxi.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.account.Account;
import linxi.access.account.Logins;
import linxi.access.gate.Login;
import linxi.access.gate.Purposes;
import linxi.access.session.Sessions;
import linxi.edge.http.BodyRoom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out, and changing a password. Bodies are JSON, so that no form of another page can send one. */
@RestController
final class LoginEndpoint {
    static final String COOKIE = "linxi-session";

    private final Logins logins;
    private final Sessions sessions;
    private final KnownCallers known;
    private final AccessSettings settings;
    private final BodyRoom room;

    LoginEndpoint(Logins logins, Sessions sessions, KnownCallers known, AccessSettings settings, BodyRoom room) {
        this.logins = logins;
        this.sessions = sessions;
        this.known = known;
        this.settings = settings;
        this.room = room;
    }

    /**
     * Who one is.
     *
     * @param name null where nobody is logged in
     * @param login whether one can be
     * @param demo whether there are accounts that everybody knows
     */
    record Me(
            @Nullable String name,
            @Nullable String role,
            @Nullable String organisation,
            boolean mustChange,
            boolean login,
            boolean demo) {}

    @GetMapping("/me")
    Me me(HttpServletRequest http, HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (http.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            var _ = token.getToken(); // which sets its cookie
        }
        return SecurityContextHolder.getContext().getAuthentication() instanceof Login login
                ? me(login)
                : new Me(null, null, null, false, settings.login(), settings.demo());
    }

    @PostMapping("/login")
    Me login(HttpServletRequest http, HttpServletResponse answer) {
        requireLogins();
        var words = Words.read(http, room);
        var account = logins.login(words.text("name"), words.text("password"));
        begin(account, http, answer);
        return me(new Login(account.caller(), account.mustChange()));
    }

    @PostMapping("/logout")
    Me logout(HttpServletRequest http, HttpServletResponse answer) {
        end(http);
        answer.addHeader(HttpHeaders.SET_COOKIE, cookie("", 0, http));
        answer.addHeader(HttpHeaders.SET_COOKIE, gone(Purposes.COOKIE));
        return new Me(null, null, null, false, settings.login(), settings.demo());
    }

    @PostMapping("/password")
    Me password(HttpServletRequest http, HttpServletResponse answer) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof Login login)
                || CallerFilter.isByKey(http)) {
            throw new AccessRefused(Reason.NOT_LOGGED_IN);
        }
        var words = Words.read(http, room);
        var next = words.text("next");
        if (!Logins.isPassword(next)) {
            throw new AccessRefused(Reason.PASSWORD_TOO_SHORT, "next");
        }
        if (next.equals(words.text("old"))) {
            throw new AccessRefused(Reason.PASSWORD_UNCHANGED, "next");
        }
        var account = logins.change(login.getName(), words.text("old"), next);
        end(http);
        begin(account, http, answer);
        return me(new Login(account.caller(), account.mustChange()));
    }

    private void requireLogins() {
        if (!settings.login()) {
            throw new AccessRefused(Reason.NO_LOGINS_HERE);
        }
    }

    private void begin(Account account, HttpServletRequest http, HttpServletResponse answer) {
        var token = sessions.begin(account);
        answer.addHeader(HttpHeaders.SET_COOKIE, cookie(token, Sessions.LONGEST.toSeconds(), http));
        // A token from before the login may be known to others; the next look at /me makes one.
        answer.addHeader(HttpHeaders.SET_COOKIE, gone("XSRF-TOKEN"));
        // What somebody looked at households for is not what the next one does.
        answer.addHeader(HttpHeaders.SET_COOKIE, gone(Purposes.COOKIE));
    }

    private static String gone(String name) {
        return ResponseCookie.from(name, "").path("/").maxAge(0).build().toString();
    }

    private void end(HttpServletRequest http) {
        var token = CallerFilter.token(http);
        if (token != null) {
            sessions.end(token);
            known.forget(token);
        }
    }

    private static String cookie(String token, long seconds, HttpServletRequest http) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .secure(http.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(seconds)
                .build()
                .toString();
    }

    private Me me(Login login) {
        var caller = login.caller();
        return new Me(
                caller.name(),
                caller.role().name(),
                caller.organisation() == null ? null : caller.organisation().value(),
                login.mustChange(),
                true,
                settings.demo());
    }
}
