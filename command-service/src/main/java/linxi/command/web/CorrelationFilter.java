package linxi.command.web;

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
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Gives every request its {@link Correlation}, before anything else sees it: in its answer and its log lines. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorrelationFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(CorrelationFilter.class);
    /** Where the rule is noted by which a request was refused. */
    static final String RULE = CorrelationFilter.class.getName() + ".rule";

    private static final String ATTRIBUTE = CorrelationFilter.class.getName() + ".id";

    private final MeterRegistry meters;

    CorrelationFilter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The id of this request. */
    static String of(HttpServletRequest http) {
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

    /** Every command leaves a line; its path without ids, which are callers' words. */
    private static void log(HttpServletRequest http, HttpServletResponse answer, long millis) {
        if (http.getDispatcherType() == DispatcherType.REQUEST
                && !http.getMethod().equals("GET")) {
            var pattern = http.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            LOG.info("{} {}: {} in {} ms", http.getMethod(), pattern, answer.getStatus(), millis);
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
