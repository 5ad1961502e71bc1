package linxi.command.axon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import linxi.events.Event;
import linxi.events.StreamId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** The streams that one command reads and may write, locked until its commit is stored or given up. */
final class Transaction {
    private final Map<StreamId, Loaded> streams;
    private final Map<StreamId, Loaded> written = new HashMap<>();
    private final Consumer<List<DomainEventMessage<?>>> store;

    Transaction(Map<StreamId, Loaded> streams, Consumer<List<DomainEventMessage<?>>> store) {
        this.streams = new HashMap<>(streams);
        this.store = store;
    }

    /** @throws IllegalArgumentException if the command did not read that stream */
    <S> S state(StreamId stream, Class<S> type) {
        return type.cast(loaded(stream).state());
    }

    /** Records what was decided, wholly or not at all, when the unit of work commits. */
    void record(List<? extends Event> decided) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var event : decided) {
            var stream = event.stream();
            var before = loaded(stream);
            messages.add(new GenericDomainEventMessage<Event>(stream.type(), stream.toString(), before.next(), event));
            streams.put(stream, before.after(stream, event));
            written.put(stream, loaded(stream));
        }
        store.accept(messages);
    }

    /** The streams written to, as they are once the commit is stored. */
    Map<StreamId, Loaded> written() {
        return Map.copyOf(written);
    }

    private Loaded loaded(StreamId stream) {
        var loaded = streams.get(stream);
        if (loaded == null) {
            throw new IllegalArgumentException("the command did not read " + stream);
        }
        return loaded;
    }
}
