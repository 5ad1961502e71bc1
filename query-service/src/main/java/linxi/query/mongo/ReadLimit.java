package linxi.query.mongo;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Until when all reads of one answer must be done, however many they are. */
public final class ReadLimit {
    private static final ScopedValue<Long> UNTIL = ScopedValue.newInstance();

    private ReadLimit() {}

    /** Reads within {@code work} that are not done in time fail, as if MongoDB were away. */
    public static <T> T within(Duration limit, Supplier<T> work) {
        return ScopedValue.where(UNTIL, System.nanoTime() + limit.toNanos()).call(work::get);
    }

    /** The same collection; its reads wait for a connection, and for the server, no longer than that. */
    static <D> MongoCollection<D> of(MongoCollection<D> collection) {
        if (!UNTIL.isBound()) {
            return collection;
        }
        // None is left: 0 would be no limit at all.
        long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(UNTIL.get() - System.nanoTime()));
        return collection.withTimeout(left, TimeUnit.MILLISECONDS);
    }
}
