package linxi.query.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import linxi.query.mongo.Stored;

/** A store of a process that dies after writing documents and before storing how far it came. */
final class DyingStore implements Store {
    private final Store store;
    private volatile boolean dying;

    DyingStore(Store store) {
        this.store = store;
    }

    void stopStoring() {
        dying = true;
    }

    @Override
    public <D> Map<Place, Stored<D>> read(Projection<D> projection, Collection<Place> places) {
        return store.read(projection, places);
    }

    @Override
    public <D> boolean write(Projection<D> projection, List<Stored<D>> documents) {
        return store.write(projection, documents);
    }

    @Override
    public Map<Integer, Progress> progress() {
        return store.progress();
    }

    @Override
    public Map<Integer, RelayEnd> relay() {
        return store.relay();
    }

    @Override
    public Collection<Integer> advance(Map<Integer, Progress> progress) {
        if (dying) {
            throw new FaultyStore.Crash("before an advance");
        }
        return store.advance(progress);
    }
}
