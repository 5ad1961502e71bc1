package linxi.command.axon;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import linxi.command.Refused;
import linxi.command.RequestRule;
import linxi.command.store.AlreadyRecorded;
import linxi.command.store.Answered;
import linxi.command.store.Deadline;
import linxi.command.store.EventLog;
import linxi.command.store.Recorded;
import linxi.command.store.StreamConflict;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The edge of the command bus. A conflict between commands is decided anew, a bounded number of times; a command that
 * was recorded under its idempotency key is answered as the first time. The log is asked for a key only when a command
 * is refused: a key that is in the log cannot be recorded again.
 */
@Component
public class Commands {
    /** Metadata: the acting party, the request's correlation, what is kept of the command, and no trust in memory. */
    static final String BY = "linxi.by";

    static final String CORRELATION = "linxi.correlation";
    static final String COMMAND = "linxi.command";
    static final String FRESH = "linxi.fresh";

    private static final int ATTEMPTS = 11;
    /** From when it came in; also what a request for a key that another holds waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final CommandGateway gateway;
    private final EventLog log;
    private final StreamLocks keys = new StreamLocks(4_096, PATIENCE);

    Commands(CommandGateway gateway, EventLog log) {
        this.gateway = gateway;
        this.log = log;
    }

    /**
     * Returns once the command is stored, or after some eight seconds.
     *
     * @throws Refused where it breaks a rule
     * @throws Busy where it stays in conflict with others
     * @throws linxi.command.store.StoreAway where the store does not answer in time
     */
    public Answer send(Order order) {
        return Deadline.within(PATIENCE, () -> sendOnce(order));
    }

    /**
     * What would become of a command after those rehearsed before it.
     *
     * @return what it was answered where it is recorded already; nothing where it would be recorded now
     * @throws Refused where it breaks a rule
     * @throws Busy where what it looks at keeps changing
     */
    public Optional<Answer> rehearse(Order order, Rehearsal rehearsal) {
        return Deadline.within(PATIENCE, () -> {
            var first = firstAnswer(order);
            if (first.isPresent()) {
                return first;
            }
            decide(order, rehearsal);
            return Optional.empty();
        });
    }

    private void decide(Order order, Rehearsal rehearsal) {
        if (order.refused() != null) {
            throw order.refused();
        }
        for (int attempt = 0; attempt < ATTEMPTS && Deadline.left(PATIENCE).isPositive(); attempt++) {
            try {
                var _ = join(gateway.send(order.command(), MetaData.with(Rehearsal.METADATA, rehearsal)));
                return;
            } catch (StreamConflict e) {
                pause(attempt);
            }
        }
        throw new Busy("what it looks at keeps changing");
    }

    private Answer sendOnce(Order order) {
        var names = order.keyed() ? List.of(order.record().key()) : List.<String>of();
        try (var _ = keys.hold(names)) {
            return decide(order);
        }
    }

    private Answer decide(Order order) {
        for (int attempt = 0; attempt < ATTEMPTS && Deadline.left(PATIENCE).isPositive(); attempt++) {
            try {
                return dispatch(order, attempt > 0);
            } catch (AlreadyRecorded e) {
                return repeat(order, e.answered());
            } catch (StreamConflict e) {
                pause(attempt);
            } catch (Refused e) {
                // Memory may be behind another instance: only what the log says now refuses.
                if (attempt > 0 || order.refused() != null) {
                    return firstAnswer(order).orElseThrow(() -> e);
                }
            }
        }
        throw new Busy("still in conflict with others");
    }

    private Optional<Answer> firstAnswer(Order order) {
        return order.keyed() ? log.answered(order.record().key()).map(first -> repeat(order, first)) : Optional.empty();
    }

    private Answer dispatch(Order order, boolean fresh) {
        var refused = order.refused();
        if (refused != null) {
            throw refused;
        }
        var recorded =
                join(gateway.send(order.command(), metadata(order, fresh))).get();
        if (recorded == null) {
            throw new IllegalStateException(order.command().getClass() + " recorded nothing");
        }
        return Answer.of(order.record(), recorded.last());
    }

    private static AtomicReference<@Nullable Recorded> join(
            CompletableFuture<AtomicReference<@Nullable Recorded>> sent) {
        try {
            return sent.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static MetaData metadata(Order order, boolean fresh) {
        Map<String, Object> values = new HashMap<>();
        values.put(COMMAND, order.record());
        values.put(CORRELATION, order.correlation());
        if (order.by() != null) {
            values.put(BY, order.by());
        }
        if (fresh) {
            values.put(FRESH, true);
        }
        return MetaData.from(values);
    }

    private static Answer repeat(Order order, Answered first) {
        if (!first.command().request().equals(order.record().request())) {
            throw new Refused(
                    RequestRule.IDEMPOTENCY_KEY_REUSED,
                    "Idempotency-Key",
                    order.record().key());
        }
        return Answer.of(first.command(), first.position());
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 4 + 4L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("interrupted");
        }
    }
}
