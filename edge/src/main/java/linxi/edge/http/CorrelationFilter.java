package linxi.edge.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import linxi.events.wire.Correlation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Gives every request its {@link Correlation}, before anything else sees it: in its answer and its log lines. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class CorrelationFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(CorrelationFilter.class);
    private static final String RULE = CorrelationFilter.class.getName() + ".rule";

    private static final String ATTRIBUTE = CorrelationFilter.class.getName() + ".id";

    private final MeterRegistry meters;
    private final boolean logs;

    /** @param logs whether every command leaves a line */
    CorrelationFilter(MeterRegistry meters, boolean logs) {
        this.meters = meters;
        this.logs = logs;
    }

    /** Notes by which rule a request is refused, to be counted. */
    public static void refused(HttpServletRequest http, String rule) {
        http.setAttribute(RULE, rule);
    }

    /** The id of this request. */
    public static String of(HttpServletRequest http) {
        if (http.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var id = Correlation.of(http.getHeader(Correlation.HEADER));
        http.setAttribute(ATTRIBUTE, id);
        return id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        var id = of(http);
        answer.setHeader(Correlation.HEADER, id);
        try (var _ = MDC.putCloseable(Correlation.NAME, id)) {
            long began = System.nanoTime();
            chain.doFilter(http, answer);
            count(http);
            log(http, answer, (System.nanoTime() - began) / 1_000_000);
        }
    }

    /** The path without ids, which are callers' words and may be a household's. */
    public static Object path(HttpServletRequest http) {
        var pattern = http.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no such path)" : pattern;
    }

    private void log(HttpServletRequest http, HttpServletResponse answer, long millis) {
        if (logs
                && http.getDispatcherType() == DispatcherType.REQUEST
                && !http.getMethod().equals("GET")) {
            LOG.info("{} {}: {} in {} ms", http.getMethod(), path(http), answer.getStatus(), millis);
        }
    }

    private void count(HttpServletRequest http) {
        if (http.getAttribute(RULE) instanceof String rule) {
            meters.counter("linxi.refused", "rule", rule).increment();
        }
    }

    /** The container's own refusals pass through here, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
