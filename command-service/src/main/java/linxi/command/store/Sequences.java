package linxi.command.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Up to which sequence streams are stored, as far as this instance saw: a bounded memory, asked before the store is.
 * Streams only grow, so an entry may lag but never be wrong.
 */
final class Sequences {
    private static final int STREAMS = 200_000;

    private final Cache<String, Long> stored =
            Caffeine.newBuilder().maximumSize(STREAMS).build();

    /** The last sequence known to be stored, or -1. */
    long last(String aggregate) {
        var last = stored.getIfPresent(aggregate);
        return last == null ? -1 : last;
    }

    void saw(String aggregate, long sequence) {
        var _ = stored.asMap().merge(aggregate, sequence, Math::max);
    }

    void saw(List<StoredEvent> events) {
        events.forEach(event -> saw(event.aggregate(), event.sequence()));
    }

    /**
     * Learns which of these places are taken.
     *
     * @param byKey events by the key of the place before them
     */
    void askPredecessors(Commits commits, Map<String, StoredEvent> byKey) {
        for (var keys : Pages.of(byKey.keySet())) {
            for (var document : commits.holding(keys).projection(new Document("keys", 1))) {
                for (var key : document.getList("keys", String.class)) {
                    var next = byKey.get(key);
                    if (next != null) {
                        saw(next.aggregate(), next.sequence() - 1);
                    }
                }
            }
        }
    }
}
