package linxi.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where there are no logins everybody on this machine may do everything, but no page of another site that somebody on it
 * has open: neither by sending something here (it would tell its origin), nor by a name of its own for this address.
 */
final class Everybody extends OncePerRequestFilter {
    /** A name that somebody on the network may have given to this address. */
    private static final Pattern FOREIGN_NAME = Pattern.compile(".*[a-z].*\\..*|.*\\..*[a-z].*");

    private final Refusals refusals;

    Everybody(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(http.getServerName()) || isForeignOrigin(http.getHeader("Origin")) || isSentFromElsewhere(http)) {
            refusals.answer(http, answer, new AccessRefused(Reason.CSRF_TOKEN_WRONG));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                "everybody", "", AuthorityUtils.createAuthorityList("ROLE_ADMIN", "ROLE_AUDITOR")));
        SecurityContextHolder.setContext(context);
        chain.doFilter(http, answer);
    }

    private static boolean isForeign(@Nullable String name) {
        return name != null
                && FOREIGN_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isForeignOrigin(@Nullable String origin) {
        if (origin == null) {
            return false;
        }
        try {
            var host = URI.create(origin).getHost();
            return host == null || !(host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static boolean isSentFromElsewhere(HttpServletRequest http) {
        return "cross-site".equals(http.getHeader("Sec-Fetch-Site"))
                && !http.getMethod().equals("GET");
    }
}
