package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import linxi.access.AccessRefused;
import linxi.access.Role;
import linxi.access.gate.Access;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.Named;
import org.jspecify.annotations.Nullable;

/** Keeps a caller who is of one organisation to its data: a clerk by the origin, a receiver by the market. */
final class Confined {
    private Confined() {}

    /**
     * The question of a list that knows {@code origin} and {@code market}, narrowed to the caller's own.
     *
     * @throws AccessRefused where it asks for another's
     */
    static Asked asked(HttpServletRequest http) {
        var access = Access.of(http);
        var own = access.own();
        if (own == null) {
            return RegisterEndpoints.asked(http);
        }
        var name = side(access);
        var parameters = new HashMap<>(http.getParameterMap());
        var before = parameters.put(name, new String[] {own.value()});
        if (before != null && (before.length != 1 || !before[0].equals(own.value()))) {
            throw new AccessRefused(AccessRefused.Reason.ANOTHER_ORGANISATION, name);
        }
        return RegisterEndpoints.asked(http, parameters);
    }

    /** @throws AccessRefused where what is to be answered is not the caller's own */
    static <T> T own(HttpServletRequest http, T answer, Named origin, @Nullable Named market) {
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
