package linxi.command.axon;

import java.util.Map;
import linxi.events.StreamId;

/** Streams looked at without locks: good for what a command relies on but does not guard. */
final class States {
    private final Map<StreamId, Loaded> streams;

    States(Map<StreamId, Loaded> streams) {
        this.streams = Map.copyOf(streams);
    }

    /** @throws IllegalArgumentException if that stream was not asked for */
    <S> S state(StreamId stream, Class<S> type) {
        var loaded = streams.get(stream);
        if (loaded == null) {
            throw new IllegalArgumentException("nobody asked for " + stream);
        }
        return type.cast(loaded.state());
    }
}
