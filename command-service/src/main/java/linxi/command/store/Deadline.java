package linxi.command.store;

import java.time.Duration;
import java.util.function.Supplier;

/** Until when a caller waits, over everything that it does: each of its waits gets what is left. */
public final class Deadline {
    private static final ScopedValue<Long> AT = ScopedValue.newInstance();

    private Deadline() {}

    /** Runs {@code work}, in which every wait that asks {@link #left} ends within {@code limit}. */
    public static <T> T within(Duration limit, Supplier<T> work) {
        return ScopedValue.where(AT, System.nanoTime() + limit.toNanos()).call(work::get);
    }

    /** How long the caller may still wait, at most {@code usual}; 0 where its time is up. */
    public static Duration left(Duration usual) {
        if (!AT.isBound()) {
            return usual;
        }
        var left = Duration.ofNanos(Math.max(0, AT.get() - System.nanoTime()));
        return left.compareTo(usual) < 0 ? left : usual;
    }

    static boolean isSet() {
        return AT.isBound();
    }
}
