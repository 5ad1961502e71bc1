package linxi.command.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import linxi.command.store.EventLog;
import linxi.events.StreamId;
import linxi.events.wire.Envelope;

/**
 * Streams as states: from memory where they were looked at lately, else from the log, all in one query. Another
 * instance may write too, so a remembered state is topped up from the log once it is older than the caller accepts.
 * States are immutable and come from stored events only: what is remembered may be behind the log, never beside it, so
 * a command that fails leaves nothing to take back.
 */
final class StateCache {
    private static final int WEIGHT = 500_000;

    private final EventLog log;
    private final Cache<StreamId, Loaded> states;

    StateCache(EventLog log) {
        this.log = log;
        this.states = Caffeine.newBuilder()
                .maximumWeight(WEIGHT)
                .weigher((StreamId stream, Loaded loaded) ->
                        StreamTypes.of(stream).weight().applyAsInt(loaded.state()))
                .build();
    }

    /** @param made taken for new where they are not in memory */
    Map<StreamId, Loaded> load(Collection<StreamId> streams, Set<StreamId> made, Duration oldest) {
        long now = System.nanoTime();
        var found = new HashMap<StreamId, Loaded>();
        var missing = new TreeMap<StreamId, Long>();
        for (var stream : streams) {
            var known = states.getIfPresent(stream);
            found.put(stream, known == null ? Loaded.nothing(stream) : known);
            if (known == null ? !made.contains(stream) : now - known.asOf() > oldest.toNanos()) {
                missing.put(stream, known == null ? 0 : known.next());
            }
        }
        if (!missing.isEmpty()) {
            var read = log.read(missing);
            for (var stream : missing.keySet()) {
                var loaded = topUp(stream, found.getOrDefault(stream, Loaded.nothing(stream)), read)
                        .asOf(now);
                found.put(stream, loaded);
                remember(stream, loaded);
            }
        }
        return found;
    }

    private static Loaded topUp(StreamId stream, Loaded known, Map<StreamId, List<Envelope>> read) {
        var loaded = known;
        for (var envelope : read.getOrDefault(stream, List.of())) {
            loaded = loaded.after(stream, envelope.event());
        }
        return loaded;
    }

    /** Streams without events are not kept: anyone can ask for any number of them. */
    void remember(StreamId stream, Loaded loaded) {
        if (loaded.next() > 0) {
            states.asMap().merge(stream, loaded, Loaded::orNewer);
        }
    }
}
