package linxi.command.store;

import com.mongodb.MongoException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The store cannot be reached in time, or its queue is full. */
public final class StoreAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    StoreAway(String message, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /** True where the commit may yet turn out stored: repeating it with the same idempotency key finds it. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** Runs a call that reads; a closed client (IllegalStateException) counts as away, too. */
    static <T> T unlessAway(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException | IllegalStateException e) {
            throw new StoreAway("the store cannot be read", false, e);
        }
    }

    /** The same for a call without a result. */
    static void unlessAway(Runnable call) {
        var _ = unlessAway(() -> {
            call.run();
            return true;
        });
    }
}
