package linxi.access.gate;

import java.util.function.Supplier;
import linxi.access.AccessRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a request through by the table, and leaves a note of how far. What the table does not know is for no one. */
public final class Gate implements AuthorizationManager<RequestAuthorizationContext> {
    static final String REACH = Gate.class.getName() + ".reach";

    /** Of the line that let a request in; none where there is no line. */
    static final String LINE = Gate.class.getName() + ".line";

    /** That some see there by pseudonyms what others see by its key. */
    static final String OF_HOUSEHOLDS = Gate.class.getName() + ".households";

    /** That there is a table, and it was asked. */
    static final String JUDGED = Gate.class.getName() + ".judged";

    private static final AuthorizationResult LET_IN = new AuthorizationDecision(true);

    private final Permits permits;

    public Gate(Permits permits) {
        this.permits = permits;
    }

    /** Why somebody was turned away. */
    public record TurnedAway(Reason reason) implements AuthorizationResult {
        @Override
        public boolean isGranted() {
            return false;
        }
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var http = context.getRequest();
        var permit = permits.find(http.getMethod(), http.getRequestURI());
        http.setAttribute(JUDGED, true);
        if (permit != null) {
            http.setAttribute(LINE, permit.path().getPatternString());
            http.setAttribute(OF_HOUSEHOLDS, permit.isOfHouseholds());
        }
        if (permit != null && permit.isPublic()) {
            http.setAttribute(REACH, Reach.ALL);
            return LET_IN;
        }
        if (!(authentication.get() instanceof Login login)) {
            return new TurnedAway(Reason.NOT_LOGGED_IN);
        }
        if (login.mustChange() && (permit == null || !permit.isForAccount())) {
            return new TurnedAway(Reason.PASSWORD_TO_BE_CHANGED);
        }
        var reach = permit == null ? Reach.NONE : permit.of(login.caller().role());
        http.setAttribute(REACH, reach);
        // What is in no line and is no endpoint either is answered as unknown; see Unlisted.
        return permit == null || reach != Reach.NONE ? LET_IN : new TurnedAway(Reason.ROLE_NOT_ALLOWED);
    }
}
