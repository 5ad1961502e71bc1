package linxi.edge.http;

import java.time.Duration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Between the last request's end and the end of its connection, for a moment: a request counts as done when our code is
 * done, and its answer goes out after that.
 */
final class LastAnswers implements SmartLifecycle {
    private static final Duration MOMENT = Duration.ofMillis(250);

    private volatile boolean running;

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After new requests are refused and those at work are done; before the connections are closed. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 512;
    }
}
