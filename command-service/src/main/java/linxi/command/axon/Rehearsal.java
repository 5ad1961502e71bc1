package linxi.command.axon;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import linxi.events.StreamId;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Commands judged one after another, each as if those before it had been recorded, while none of them is. It takes no
 * locks: what others record meanwhile may be seen by one command and not by the next. For one thread.
 */
public final class Rehearsal {
    /** Metadata of a command that is rehearsed. */
    static final String METADATA = "linxi.rehearsal";

    private final Map<StreamId, Loaded> written = new HashMap<>();

    /** That of the command in hand; null where it is to be recorded. */
    static @Nullable Rehearsal current() {
        return CurrentUnitOfWork.isStarted()
                        && CurrentUnitOfWork.get().getMessage().getMetaData().get(METADATA) instanceof Rehearsal it
                ? it
                : null;
    }

    /** @param log what is known of streams that this rehearsal has not written to */
    Map<StreamId, Loaded> load(Collection<StreamId> streams, Function<Set<StreamId>, Map<StreamId, Loaded>> log) {
        var found = new HashMap<StreamId, Loaded>();
        var others = new HashSet<StreamId>();
        for (var stream : streams) {
            var known = written.get(stream);
            if (known == null) {
                others.add(stream);
            } else {
                found.put(stream, known);
            }
        }
        if (!others.isEmpty()) {
            found.putAll(log.apply(others));
        }
        return found;
    }

    void keep(Transaction transaction) {
        written.putAll(transaction.written());
    }
}
