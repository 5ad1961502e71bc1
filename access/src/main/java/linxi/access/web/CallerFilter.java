package linxi.access.web;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.gate.Login;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who calls: by a key or token in {@code Authorization}, else by the cookie of a session. */
final class CallerFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(CallerFilter.class);
    private static final String BEARER = "Bearer ";

    private final KnownCallers known;
    private final Refusals refusals;

    CallerFilter(KnownCallers known, Refusals refusals) {
        this.known = known;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        Login login;
        try {
            login = login(http);
        } catch (MongoException e) {
            LOG.warn("nobody can be asked who calls: {}", e.toString());
            refusals.answer(http, answer, new AccessRefused(Reason.CANNOT_TELL));
            return;
        } catch (AccessRefused refused) {
            if (refused.reason() == Reason.TOKEN_REFUSED) {
                answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            }
            refusals.answer(http, answer, refused);
            return;
        }
        if (login == null && isByKey(http)) {
            refusals.answer(http, answer, new AccessRefused(Reason.NOT_LOGGED_IN, "Authorization"));
            return;
        }
        if (login != null) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(login);
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(http, answer);
    }

    private @Nullable Login login(HttpServletRequest http) {
        if (isByKey(http)) {
            var header = http.getHeader("Authorization");
            return header.startsWith(BEARER) ? known.byBearer(header.substring(BEARER.length())) : null;
        }
        var token = token(http);
        return token == null ? null : known.bySession(token);
    }

    static boolean isByKey(HttpServletRequest http) {
        return http.getHeader("Authorization") != null;
    }

    /** Of the session; null where the caller brings none. */
    static @Nullable String token(HttpServletRequest http) {
        return cookie(http, SessionCookie.NAME);
    }

    static @Nullable String cookie(HttpServletRequest http, String name) {
        if (http.getCookies() != null) {
            for (Cookie cookie : http.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
