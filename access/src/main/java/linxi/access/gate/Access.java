package linxi.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import linxi.access.Caller;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a request may do.
 *
 * @param caller null where nobody is logged in, or where there are no logins
 */
public record Access(@Nullable Caller caller, Reach reach) {
    public static Access of(HttpServletRequest http) {
        var caller =
                SecurityContextHolder.getContext().getAuthentication() instanceof Login login ? login.caller() : null;
        return new Access(caller, http.getAttribute(Gate.REACH) instanceof Reach reach ? reach : Reach.ALL);
    }

    /** Whether the request that this thread answers shows households by pseudonyms. */
    public static boolean isMaskedNow() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(Gate.REACH, RequestAttributes.SCOPE_REQUEST) == Reach.MASKED;
    }

    /** The organisation that it is confined to; null where it is to none. */
    public @Nullable PartyId own() {
        return caller != null && reach == Reach.OWN ? caller.own() : null;
    }
}
