package linxi.query.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that is read while something else is. */
record Meanwhile<T>(CompletableFuture<T> result) {
    static <T> Meanwhile<T> read(Supplier<T> read) {
        return new Meanwhile<>(CompletableFuture.supplyAsync(read, Thread::startVirtualThread));
    }

    /** Waits for it, as long as the read itself has a limit; throws what the read fails with. */
    T get() {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
