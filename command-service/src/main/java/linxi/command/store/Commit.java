package linxi.command.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one command records, over any number of streams: stored wholly or not at all.
 *
 * @param events in the order of their positions; of one stream in the order of its sequence
 * @param by the acting party
 * @param correlation ties it to the request
 * @param command makes the command answerable again; null where the caller sent no idempotency key
 */
public record Commit(
        List<NewEvent> events,
        @Nullable String by,
        @Nullable String correlation,
        @Nullable CommandRecord command) {
    public Commit {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a commit without events");
        }
    }
}
