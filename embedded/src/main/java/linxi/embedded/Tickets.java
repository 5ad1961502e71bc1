package linxi.embedded;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers the writes that have begun, and knows the last of each collection. */
final class Tickets {
    /** What is no write to one collection alone. */
    static final String ANY = "";

    private final AtomicLong begun = new AtomicLong();
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    /** To be taken before anything is written. */
    long take(String collection) {
        long ticket = begun.incrementAndGet();
        var _ = last.merge(collection, ticket, Math::max);
        return ticket;
    }

    /** The last of all. */
    long last() {
        return begun.get();
    }

    /** The last of those whose writes may be seen in a collection; for {@link #ANY} in some. */
    long last(String collection) {
        return collection.equals(ANY)
                ? begun.get()
                : Math.max(last.getOrDefault(collection, 0L), last.getOrDefault(ANY, 0L));
    }
}
