package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import linxi.command.axon.Busy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Takes in a bounded number of commands at once; the others are told at once to come again, and hold no memory. */
final class Admission implements HandlerInterceptor {
    static final int AT_ONCE = 256;

    private static final int PATIENCE_MILLIS = 500;

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Commands taken in and not yet answered. */
    int inHand() {
        return AT_ONCE - free.availablePermits();
    }

    @Override
    public boolean preHandle(HttpServletRequest http, HttpServletResponse answer, Object handler) {
        if (!isCommand(http)) {
            return true;
        }
        try {
            if (free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Busy(AT_ONCE + " commands are in hand");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest http, HttpServletResponse answer, Object handler, @Nullable Exception failure) {
        if (isCommand(http)) {
            free.release();
        }
    }

    private static boolean isCommand(HttpServletRequest http) {
        return http.getMethod().equals("POST");
    }
}
