package linxi.command.relay;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How this instance's relay is doing: written by its thread, read by anybody. */
final class Pulse {
    private final LongAdder batches = new LongAdder();
    private final LongAdder events = new LongAdder();
    private volatile boolean connected;
    private volatile boolean leading;
    private volatile @Nullable String lastError;

    void leads(boolean now) {
        leading = now;
    }

    /** Another instance sends: what went wrong here is its concern now. */
    void standsBy() {
        leading = false;
        connected = false;
        lastError = null;
    }

    void connected() {
        connected = true;
    }

    void failed(String why) {
        connected = false;
        lastError = why;
    }

    void sent(long count) {
        batches.increment();
        events.add(count);
    }

    RelayStatus status(long position, long lag) {
        return new RelayStatus(position, lag, leading, connected, lastError);
    }

    boolean isLeading() {
        return leading;
    }

    boolean isConnected() {
        return connected;
    }

    @Nullable
    String lastError() {
        return lastError;
    }

    long batches() {
        return batches.sum();
    }

    /** Events that Kafka got, repeats included. */
    long events() {
        return events.sum();
    }
}
