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
    private final int oneIn;

    /** @param oneIn how many calls go well for each that fails, on average */
    FaultyStore(Store store, Random random, int oneIn) {
        this.store = store;
        this.random = random;
        this.oneIn = oneIn;
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
