package linxi.query.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import linxi.query.mongo.Stored;

/** A store in front of another that fails now and then, before or after what it was asked to do, or half-way. */
final class FaultyStore implements Store {
    private final Store store;
    private final Random random;
    private int oneIn;

    /** @param oneIn how many calls go well for each that fails, on average */
    FaultyStore(Store store, Random random, int oneIn) {
        this.store = store;
        this.random = random;
        this.oneIn = oneIn;
    }

    /** From now on, so seldom that reading a whole log again comes to an end. */
    void calmDown() {
        oneIn = 100;
    }

    @Override
    public <D> Map<Place, Stored<D>> read(Projection<D> projection, Collection<Place> places) {
        fail("before a read");
        return store.read(projection, places);
    }

    @Override
    public <D> boolean write(Projection<D> projection, List<Stored<D>> documents) {
        fail("before a write");
        if (random.nextInt(oneIn) == 0) {
            var _ = store.write(projection, documents.subList(0, random.nextInt(documents.size())));
            throw new Crash("within a write");
        }
        boolean written = store.write(projection, documents);
        fail("after a write");
        return written;
    }

    @Override
    public Map<Integer, Progress> progress() {
        fail("before progress");
        return store.progress();
    }

    @Override
    public Map<Integer, RelayEnd> relay() {
        fail("before the relay's state");
        return store.relay();
    }

    @Override
    public Collection<Integer> advance(Map<Integer, Progress> progress) {
        fail("before an advance");
        var ahead = store.advance(progress);
        fail("after an advance");
        return ahead;
    }

    @Override
    public <D> void check(Projection<D> projection, Stored<D> document) {
        store.check(projection, document);
    }

    @Override
    public Map<Integer, Standing> standing(Collection<Integer> partitions) {
        fail("before standing");
        return store.standing(partitions);
    }

    @Override
    public void park(Collection<Parked> parked) {
        fail("before park");
        if (random.nextInt(oneIn) == 0) {
            store.park(List.copyOf(parked).subList(0, random.nextInt(parked.size())));
            throw new Crash("within park");
        }
        store.park(parked);
        fail("after park");
    }

    @Override
    public Collection<Parked> asked() {
        fail("before asked");
        return store.asked();
    }

    @Override
    public boolean rewind(int partition, long rewinds, Progress to) {
        fail("before a rewind");
        boolean done = store.rewind(partition, rewinds, to);
        fail("after a rewind");
        return done;
    }

    @Override
    public void release(Collection<Parked> parked) {
        fail("before release");
        if (random.nextInt(oneIn) == 0) {
            store.release(List.copyOf(parked).subList(0, random.nextInt(parked.size())));
            throw new Crash("within release");
        }
        store.release(parked);
        fail("after release");
    }

    private void fail(String where) {
        if (random.nextInt(oneIn) == 0) {
            throw new Crash(where);
        }
    }

    /** The process ended, or the connection did: the caller cannot know. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash(String where) {
            super(where);
        }
    }
}
