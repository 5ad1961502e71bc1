package linxi.query.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.feed.Freshness;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Every GET, of a page too, says how fresh its answer is, and waits where the caller asks for {@code atLeast} a position. The position is
 * taken before documents are read, so that it holds for them; where events are parked, the answer says from which position
 * on some may be missing.
 */
public final class AsOf implements HandlerInterceptor {
    public static final String POSITION = "X-As-Of-Position";
    public static final String PARKED = "X-Parked";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final Freshness freshness;
    private final Timer waits;

    AsOf(Freshness freshness, MeterRegistry meters) {
        this.freshness = freshness;
        this.waits = Timer.builder("linxi.freshness.wait")
                .description("Waits of queries for a position")
                .register(meters);
    }

    @Override
    public boolean preHandle(HttpServletRequest http, HttpServletResponse answer, Object handler) {
        if (!http.getMethod().equals("GET") && !http.getMethod().equals("HEAD")) {
            return true;
        }
        answer.setHeader("Cache-Control", "no-store");
        var asked = http.getParameterValues(Asked.AT_LEAST);
        boolean there = asked == null || awaited(position(asked));
        answer.setHeader(POSITION, Long.toString(freshness.asOf()));
        freshness.parkedFrom().ifPresent(position -> answer.setHeader(PARKED, Long.toString(position)));
        if (!there) {
            throw new Refused(QueryRule.NOT_THAT_FAR_YET, Asked.AT_LEAST, asked[0]);
        }
        return true;
    }

    private boolean awaited(long position) {
        long began = System.nanoTime();
        boolean there = freshness.awaitAtLeast(position, PATIENCE);
        waits.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        return there;
    }

    private static long position(String[] asked) {
        if (asked.length != 1) {
            throw new Refused(QueryRule.REPEATED_PARAMETER, Asked.AT_LEAST, String.join(",", asked));
        }
        if (!WHOLE.matcher(asked[0]).matches()) {
            throw new Refused(QueryRule.BAD_POSITION, Asked.AT_LEAST, asked[0]);
        }
        return Long.parseLong(asked[0]);
    }
}
