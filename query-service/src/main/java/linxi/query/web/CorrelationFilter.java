package linxi.query.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import linxi.events.wire.Correlation;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its {@link Correlation}, before anything else sees it: in its answer and its log lines. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorrelationFilter extends OncePerRequestFilter {
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
            chain.doFilter(http, answer);
            count(http);
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
