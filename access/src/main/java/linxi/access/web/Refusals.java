package linxi.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.gate.Gate.TurnedAway;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What the filters refuse is answered as the service answers everything else that it refuses. */
final class Refusals implements AccessDeniedHandler, AuthenticationEntryPoint {
    private final HandlerExceptionResolver resolver;

    Refusals(HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    void answer(HttpServletRequest http, HttpServletResponse answer, AccessRefused refused) throws IOException {
        var page = isForAPage(http) ? pageFor(refused.reason(), http) : null;
        if (page != null) {
            answer.sendRedirect(page);
            return;
        }
        if (resolver.resolveException(http, answer, null, refused) == null && !answer.isCommitted()) {
            answer.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** People who open a page are led on; programs are told. */
    private static boolean isForAPage(HttpServletRequest http) {
        var accept = http.getHeader("Accept");
        return http.getMethod().equals("GET")
                && accept != null
                && accept.contains("text/html")
                && !http.getRequestURI().startsWith("/api/");
    }

    private static @Nullable String pageFor(Reason reason, HttpServletRequest http) {
        return switch (reason) {
            case NOT_LOGGED_IN -> "/login?next=" + URLEncoder.encode(asked(http), StandardCharsets.UTF_8);
            case PASSWORD_TO_BE_CHANGED -> "/password";
            default -> null;
        };
    }

    private static String asked(HttpServletRequest http) {
        var query = http.getQueryString();
        return http.getRequestURI() + (query == null ? "" : "?" + query);
    }

    @Override
    public void handle(HttpServletRequest http, HttpServletResponse answer, AccessDeniedException denied)
            throws IOException {
        answer(http, answer, new AccessRefused(reason(denied)));
    }

    private static Reason reason(AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            return Reason.CSRF_TOKEN_WRONG;
        }
        return denied instanceof AuthorizationDeniedException turned
                        && turned.getAuthorizationResult() instanceof TurnedAway away
                ? away.reason()
                : Reason.ROLE_NOT_ALLOWED;
    }

    @Override
    public void commence(HttpServletRequest http, HttpServletResponse answer, AuthenticationException none)
            throws IOException {
        answer(http, answer, new AccessRefused(Reason.NOT_LOGGED_IN));
    }
}
