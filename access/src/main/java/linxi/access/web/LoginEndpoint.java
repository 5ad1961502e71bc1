package linxi.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.account.Logins;
import linxi.access.gate.Login;
import linxi.access.session.Sessions;
import linxi.edge.http.BodyRoom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out, and changing a password. Bodies are JSON, so that no form of another page can send one. */
@RestController
final class LoginEndpoint {
    private final Logins logins;
    private final SessionCookie cookie;
    private final AccessSettings settings;
    private final BodyRoom room;

    LoginEndpoint(Logins logins, SessionCookie cookie, AccessSettings settings, BodyRoom room) {
        this.logins = logins;
        this.cookie = cookie;
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
        cookie.begin(account, Sessions.LONGEST, http, answer);
        return me(new Login(account.caller(), account.mustChange()));
    }

    @PostMapping("/logout")
    Me logout(HttpServletRequest http, HttpServletResponse answer) {
        cookie.end(http, answer);
        return new Me(null, null, null, false, settings.login(), settings.demo());
    }

    @PostMapping("/password")
    Me password(HttpServletRequest http, HttpServletResponse answer) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof Login login)
                || CallerFilter.isByKey(http)) {
            throw new AccessRefused(Reason.NOT_LOGGED_IN);
        }
        if (login.isOfProvider()) {
            throw new AccessRefused(Reason.NO_PASSWORD_HERE);
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
        cookie.end(http, answer);
        cookie.begin(account, Sessions.LONGEST, http, answer);
        return me(new Login(account.caller(), account.mustChange()));
    }

    private void requireLogins() {
        if (!settings.login()) {
            throw new AccessRefused(Reason.NO_LOGINS_HERE);
        }
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
