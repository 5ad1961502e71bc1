package linxi.access.web;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.account.Account;
import linxi.access.account.Accounts;
import linxi.access.oidc.CodeFlow;
import linxi.access.oidc.Journey;
import linxi.access.oidc.OidcSettings;
import linxi.access.oidc.Provider;
import linxi.access.oidc.ProviderAway;
import linxi.access.oidc.Vouched;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Logging in at an OpenID Connect provider: there, and back with a session of ours. Whoever is refused is led to the login
 * page, which says why; without a provider both are refused.
 */
@RestController
final class ProviderEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderEndpoint.class);
    private static final String COOKIE = "linxi-oidc";
    private static final String START = "/login/oidc";
    /** To find one's password, and a second factor. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final @Nullable Provider provider;
    private final @Nullable CodeFlow flow;
    private final Accounts accounts;
    private final Organisations organisations;
    private final SessionCookie cookie;

    ProviderEndpoint(
            @Nullable Provider provider, Accounts accounts, Organisations organisations, SessionCookie cookie) {
        this.provider = provider;
        this.flow = provider == null ? null : new CodeFlow(provider);
        this.accounts = accounts;
        this.organisations = organisations;
        this.cookie = cookie;
    }

    @GetMapping(START)
    void start(HttpServletRequest http, HttpServletResponse answer) {
        var flow = flow();
        var next = Next.of(http.getParameter("next"));
        try {
            var started = flow.start(http, next);
            var journey = started.journey().cookie();
            SessionCookie.set(SessionCookie.cookie(COOKIE, journey, START, PATIENCE, http), answer);
            lead(started.uri(), answer);
        } catch (ProviderAway away) {
            refuse(Reason.PROVIDER_AWAY, next, answer);
        }
    }

    @GetMapping(OidcSettings.BACK)
    void back(HttpServletRequest http, HttpServletResponse answer) {
        var flow = flow();
        var journey = Journey.of(CallerFilter.cookie(http, COOKIE));
        var state = http.getParameter("state");
        if (journey == null || state == null || !journey.isOf(state)) {
            // What began in this browser may go on: this was not it.
            refuse(Reason.LOGIN_FAILED, "/", answer);
            return;
        }
        SessionCookie.set(SessionCookie.cookie(COOKIE, "", START, Duration.ZERO, http), answer);
        var next = Next.of(journey.next());
        try {
            var account = account(vouched(flow, http, journey, state));
            cookie.end(http, answer);
            cookie.begin(account, session(), http, answer);
            lead(next, answer);
        } catch (ProviderAway away) {
            refuse(Reason.PROVIDER_AWAY, next, answer);
        } catch (AccessRefused refused) {
            refuse(refused.reason(), next, answer);
        } catch (MongoException away) {
            LOG.warn("nobody can log in: {}", away.toString());
            refuse(Reason.CANNOT_TELL, next, answer);
        }
    }

    private static Vouched vouched(CodeFlow flow, HttpServletRequest http, Journey journey, String state) {
        var code = http.getParameter("code");
        if (code == null || code.isBlank()) {
            throw new AccessRefused(Reason.LOGIN_FAILED);
        }
        return flow.finish(http, journey, code, state);
    }

    private Account account(Vouched it) {
        var organisation = it.organisation();
        if (it.role().isOfOneOrganisation() && (organisation == null || !organisations.exists(organisation))) {
            throw new AccessRefused(Reason.NO_ORGANISATION_GIVEN);
        }
        var account = accounts.vouched(it);
        if (account.disabled()) {
            throw new AccessRefused(Reason.DISABLED_HERE);
        }
        return account;
    }

    private CodeFlow flow() {
        if (flow == null) {
            throw new AccessRefused(Reason.NO_PROVIDER);
        }
        return flow;
    }

    private Duration session() {
        return provider == null ? Duration.ZERO : provider.session();
    }

    private static void refuse(Reason reason, String next, HttpServletResponse answer) {
        lead("/login?refused=" + reason + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8), answer);
    }

    private static void lead(String where, HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.setHeader(HttpHeaders.LOCATION, where);
        answer.setStatus(HttpServletResponse.SC_FOUND);
    }
}
