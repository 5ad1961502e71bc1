package linxi.command.relay;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import linxi.command.store.EventLog;
import org.jspecify.annotations.Nullable;

/** The log in batches, the next one read and encoded while the one before it is on its way. For one thread. */
final class Ahead {
    private static final int MAX_EVENTS = 1_000;

    private final EventLog log;
    private final String topic;
    private @Nullable Next next;

    Ahead(EventLog log, String topic) {
        this.log = log;
        this.topic = topic;
    }

    /**
     * What follows a state; at the end of the log it ends where it begins.
     *
     * @throws linxi.command.store.StoreAway where the store cannot be read
     */
    Batch after(RelayState state) throws InterruptedException {
        var prepared = next;
        next = null;
        return prepared != null && prepared.follows(state) ? prepared.get() : read(state.position(), state.lasts());
    }

    /** Begins to read what follows a batch, if there is anything. */
    void prepareAfter(Batch batch) {
        if (log.isKnownBeyond(batch.position())) {
            next = new Next(
                    batch.position(),
                    batch.lasts(),
                    CompletableFuture.supplyAsync(
                            () -> read(batch.position(), batch.lasts()), Thread::startVirtualThread));
        }
    }

    /** After a failure: the next batch may have to begin somewhere else. */
    void forget() {
        next = null;
    }

    private Batch read(long position, List<Long> lasts) {
        return Batch.of(position, lasts, log.tail(position, MAX_EVENTS), topic);
    }

    private record Next(long position, List<Long> lasts, CompletableFuture<Batch> batch) {
        boolean follows(RelayState state) {
            return state.position() == position && state.lasts().equals(lasts);
        }

        Batch get() throws InterruptedException {
            try {
                return batch.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
    }
}
