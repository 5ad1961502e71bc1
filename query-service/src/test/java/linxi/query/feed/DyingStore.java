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

    @Override
    public <D> void check(Projection<D> projection, Stored<D> document) {
        store.check(projection, document);
    }

    @Override
    public Map<Integer, Standing> standing(Collection<Integer> partitions) {
        return store.standing(partitions);
    }

    @Override
    public void park(Collection<Parked> parked) {
        store.park(parked);
    }

    @Override
    public Collection<Parked> asked() {
        return store.asked();
    }

    @Override
    public boolean rewind(int partition, long rewinds, Progress to) {
        return store.rewind(partition, rewinds, to);
    }

    @Override
    public void release(Collection<Parked> parked) {
        store.release(parked);
    }
}
