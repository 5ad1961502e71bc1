package linxi.events.wire;

import org.jspecify.annotations.Nullable;

/** Stored bytes that are no event this version of the program knows. Never skipped silently. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
