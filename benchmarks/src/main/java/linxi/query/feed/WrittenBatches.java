package linxi.query.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.Stored;
import org.bson.BsonDocument;

/** A store that also keeps what is written to it, so that the same can be written again without any folding. */
final class WrittenBatches implements Store {
    /** One write of a projection's documents, as MongoDB gets them. */
    record Batch(String projection, List<BsonDocument> documents) {}

    private final Store store;
    private final List<Batch> batches = Collections.synchronizedList(new ArrayList<>());

    WrittenBatches(Store store) {
        this.store = store;
    }

    List<Batch> batches() {
        return batches;
    }

    @Override
    public <D> boolean write(Projection<D> projection, List<Stored<D>> documents) {
        var form = new DocumentForm<>(projection.type());
        batches.add(new Batch(
                projection.name(),
                documents.stream().<BsonDocument>map(form::toBson).toList()));
        return store.write(projection, documents);
    }

    @Override
    public <D> Map<Place, Stored<D>> read(Projection<D> projection, Collection<Place> places) {
        return store.read(projection, places);
    }

    @Override
    public <D> void check(Projection<D> projection, Stored<D> document) {
        store.check(projection, document);
    }

    @Override
    public Map<Integer, Progress> progress() {
        return store.progress();
    }

    @Override
    public Map<Integer, Standing> standing(Collection<Integer> partitions) {
        return store.standing(partitions);
    }

    @Override
    public Map<Integer, RelayEnd> relay() {
        return store.relay();
    }

    @Override
    public Collection<Integer> advance(Map<Integer, Progress> progress) {
        return store.advance(progress);
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
