package linxi.access.gate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import linxi.access.AccessRefused;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** An endpoint that somebody forgot to put into the table is closed. */
public final class Unlisted implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest http, HttpServletResponse answer, Object handler) {
        if (handler instanceof HandlerMethod
                && http.getDispatcherType() == DispatcherType.REQUEST
                && http.getAttribute(Gate.REACH) == Reach.NONE) {
            throw new AccessRefused(AccessRefused.Reason.ROLE_NOT_ALLOWED);
        }
        return true;
    }
}
