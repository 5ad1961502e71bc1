package linxi.access.gate;

import com.mongodb.client.MongoDatabase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.Role;
import linxi.edge.http.CorrelationFilter;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Shows households by their keys to who may see them and says why, and writes that down before: into the collection
 * {@code household_access}. Who gives no purpose sees pseudonyms. A program says it with every request; a person once, on
 * a page, which keeps it in a cookie until the browser is closed or the account left.
 */
public final class Purposes implements HandlerInterceptor {
    /** Percent-encoded UTF-8, 5 to 200 characters. */
    public static final String HEADER = "X-Purpose";

    /** As the header; for pages and files, not for the API, and where it is none it is as if there were no cookie. */
    public static final String COOKIE = "linxi-purpose";

    private static final int SHORTEST = 5;
    private static final int LONGEST = 200;

    private final MongoDatabase database;
    private final Clock clock;

    public Purposes(MongoDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest http, HttpServletResponse answer, Object handler) {
        var access = Access.of(http);
        if (access.reach() == Reach.MASKED
                && access.caller() != null
                && access.caller().role() == Role.HOUSEHOLD_VIEWER) {
            var purpose = stated(http);
            if (purpose != null) {
                var _ = database.getCollection("household_access")
                        .insertOne(new Document("at", Date.from(clock.instant()))
                                .append("account", access.caller().name())
                                .append("purpose", purpose)
                                .append("path", http.getRequestURI())
                                .append("query", http.getQueryString())
                                .append("correlation", CorrelationFilter.of(http)));
                http.setAttribute(Gate.REACH, Reach.ALL);
            }
        }
        return true;
    }

    /**
     * What for, as the request says it; null where it does not.
     *
     * @throws AccessRefused where the header is none
     */
    public static @Nullable String stated(HttpServletRequest http) {
        var header = http.getHeader(HEADER);
        if (header != null) {
            return purpose(header);
        }
        if (http.getCookies() == null || http.getRequestURI().startsWith("/api/")) {
            return null;
        }
        for (var cookie : http.getCookies()) {
            if (cookie.getName().equals(COOKIE)) {
                try {
                    return purpose(cookie.getValue());
                } catch (AccessRefused tooShort) {
                    return null;
                }
            }
        }
        return null;
    }

    private static String purpose(String stated) {
        String purpose;
        try {
            purpose = URLDecoder.decode(stated, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            throw new AccessRefused(Reason.PURPOSE_MISSING, HEADER);
        }
        if (purpose.length() < SHORTEST || purpose.length() > LONGEST) {
            throw new AccessRefused(Reason.PURPOSE_MISSING, HEADER);
        }
        return purpose;
    }
}
