package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import linxi.access.AccessRefused;
import linxi.access.Role;
import linxi.access.gate.Access;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.household.Households;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a caller who is of one organisation to its data, a clerk by the origin, a receiver by the market, and a clerk
 * from what is not his to know.
 */
public final class Confined {
    private Confined() {}

    /** The question of a list that knows {@code origin} and {@code market}, narrowed like {@link #parameters}. */
    public static Asked asked(HttpServletRequest http) {
        return RegisterEndpoints.asked(http, parameters(http));
    }

    /**
     * What is asked of such a list, narrowed to the caller's own.
     *
     * @throws AccessRefused where it asks for another's
     */
    public static Map<String, String[]> parameters(HttpServletRequest http) {
        var access = Access.of(http);
        var own = access.own();
        if (own == null) {
            return http.getParameterMap();
        }
        var name = side(access);
        var parameters = new HashMap<>(http.getParameterMap());
        var before = parameters.put(name, new String[] {own.value()});
        if (before != null && (before.length != 1 || !before[0].equals(own.value()))) {
            throw new AccessRefused(AccessRefused.Reason.ANOTHER_ORGANISATION, name);
        }
        return parameters;
    }

    /** Clerks need the keys, for what households brought; who is poor is not theirs to know. */
    public static Households.Answer household(HttpServletRequest http, Households.Answer answer) {
        var caller = Access.of(http).caller();
        return caller != null && caller.role() == Role.CLERK ? answer.withoutStatus() : answer;
    }

    /** @throws AccessRefused where what is to be answered is not the caller's own */
    public static <T> T own(HttpServletRequest http, T answer, Named origin, @Nullable Named market) {
        var access = Access.of(http);
        var own = access.own();
        var whose = access.caller() != null && access.caller().role() == Role.RECEIVER ? market : origin;
        if (own != null && (whose == null || !own.equals(new PartyId(whose.id())))) {
            throw new AccessRefused(AccessRefused.Reason.ANOTHER_ORGANISATION);
        }
        return answer;
    }

    private static String side(Access access) {
        return access.caller() != null && access.caller().role() == Role.RECEIVER ? "market" : "origin";
    }
}
