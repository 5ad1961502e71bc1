package linxi.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded part cannot start; the message says why in words for the person who started it. */
public final class CannotStart extends RuntimeException {
    CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
