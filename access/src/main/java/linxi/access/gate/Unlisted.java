package linxi.access.gate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import linxi.access.AccessRefused;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * An endpoint that somebody forgot to put into the table is closed, also where a line for many paths would let it through:
 * only the line of its very own pattern opens it.
 */
public final class Unlisted implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest http, HttpServletResponse answer, Object handler) {
        if (handler instanceof HandlerMethod
                && http.getDispatcherType() == DispatcherType.REQUEST
                && http.getAttribute(Gate.JUDGED) != null
                && !pattern(http).equals(http.getAttribute(Gate.LINE))) {
            throw new AccessRefused(AccessRefused.Reason.ROLE_NOT_ALLOWED);
        }
        return true;
    }

    private static String pattern(HttpServletRequest http) {
        return String.valueOf(http.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }
}
