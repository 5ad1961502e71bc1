package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.access.web.Acting;
import linxi.edge.http.CorrelationFilter;
import linxi.events.wire.Correlation;

/** Who sends commands for somebody whose request is answered already. */
public final class Delegates {
    /** What says who somebody is, and that he meant it. */
    private static final List<String> OF_THE_CALLER = List.of("Cookie", "Authorization", "X-XSRF-TOKEN");

    private final CommandClient client;

    Delegates(CommandClient client) {
        this.client = client;
    }

    /**
     * One who acts with the session or key of a request. Each command is judged by what they are worth by then.
     *
     * @param language in which refusals are put
     * @param party who acts, where there are no logins
     */
    public Delegate of(HttpServletRequest http, Locale language, String party) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (var name : OF_THE_CALLER) {
            var value = http.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        headers.put(Acting.HEADER, party);
        headers.put("Accept-Language", language.toLanguageTag());
        headers.put(Correlation.HEADER, CorrelationFilter.of(http));
        return new Delegate(client, headers);
    }
}
