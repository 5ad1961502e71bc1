package linxi.query.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.Stored;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** A store with MongoDB's fences in memory; documents rest as BSON, so that nothing is shared with their writer. */
final class MemoryStore implements Store {
    private final Map<String, Map<String, BsonDocument>> collections = new TreeMap<>();
    private final Map<Integer, Progress> progress = new TreeMap<>();
    private final Map<String, Parked> parked = new TreeMap<>();
    private BiPredicate<Place, Long> unstorable = (_, _) -> false;
    private final Supplier<Map<Integer, RelayEnd>> relay;

    MemoryStore() {
        this(Map::of);
    }

    MemoryStore(Supplier<Map<Integer, RelayEnd>> relay) {
        this.relay = relay;
    }

    @Override
    public synchronized <D> Map<Place, Stored<D>> read(Projection<D> projection, Collection<Place> places) {
        var form = new DocumentForm<>(projection.type());
        var found = new HashMap<Place, Stored<D>>();
        for (var place : places) {
            var bson = collection(projection).get(Stored.mongoId(place.key(), place.id()));
            if (bson != null) {
                found.put(place, form.fromBson(bson));
            }
        }
        return found;
    }

    @Override
    public synchronized <D> boolean write(Projection<D> projection, List<Stored<D>> documents) {
        var form = new DocumentForm<>(projection.type());
        boolean all = true;
        for (var stored : documents) {
            var id = Stored.mongoId(stored.key(), stored.id());
            var there = collection(projection).get(id);
            long revision =
                    there == null ? 0 : there.getInt64(DocumentForm.REVISION).getValue();
            check(projection, stored);
            if (revision == stored.revision() - 1) {
                collection(projection).put(id, form.toBson(stored).decode(new BsonDocumentCodec()));
            } else {
                all = false;
            }
        }
        return all;
    }

    @Override
    public synchronized <D> void check(Projection<D> projection, Stored<D> document) {
        var place = new Place(document.key(), document.id());
        if (unstorable.test(place, document.position())) {
            throw new BadDocument(place, new IllegalStateException("too large"));
        }
    }

    /** Which documents are too large, by place and position. */
    synchronized void refuse(BiPredicate<Place, Long> documents) {
        unstorable = documents;
    }

    @Override
    public synchronized Map<Integer, Standing> standing(Collection<Integer> partitions) {
        var found = new HashMap<Integer, Standing>();
        for (var partition : partitions) {
            found.put(
                    partition,
                    new Standing(
                            progress.getOrDefault(partition, Progress.NONE),
                            parked.values().stream()
                                    .filter(unit -> unit.partition() == partition)
                                    .toList()));
        }
        return found;
    }

    @Override
    public synchronized void park(Collection<Parked> units) {
        for (var unit : units) {
            var there = parked.get(unit.unit());
            if (there == null
                    || there.rewinds() < unit.rewinds()
                    || (there.rewinds() == unit.rewinds() && there.position() > unit.position())) {
                parked.put(unit.unit(), unit);
            }
        }
    }

    @Override
    public synchronized Collection<Parked> asked() {
        return parked.values().stream().filter(Parked::retry).toList();
    }

    @Override
    public synchronized boolean rewind(int partition, long rewinds, Progress to) {
        var there = progress.get(partition);
        boolean asKnown = there != null && there.rewinds() == rewinds && there.last() <= to.reached();
        if (asKnown) {
            progress.put(partition, to);
        }
        return asKnown;
    }

    @Override
    public synchronized void release(Collection<Parked> units) {
        for (var unit : units) {
            var there = parked.get(unit.unit());
            if (there != null && there.rewinds() == unit.rewinds() && there.position() == unit.position()) {
                parked.remove(unit.unit());
            }
        }
    }

    synchronized Map<String, Parked> parked() {
        return Map.copyOf(parked);
    }

    /** As {@link FeedControl#retry} does. */
    synchronized void ask(Predicate<Parked> which) {
        parked.replaceAll((_, unit) -> which.test(unit) ? asked(unit) : unit);
    }

    private static Parked asked(Parked it) {
        return new Parked(
                it.partition(),
                it.unit(),
                it.position(),
                it.offset(),
                it.last(),
                it.rewinds(),
                it.reason(),
                it.since(),
                true);
    }

    @Override
    public synchronized Map<Integer, Progress> progress() {
        return Map.copyOf(progress);
    }

    @Override
    public Map<Integer, RelayEnd> relay() {
        return relay.get();
    }

    @Override
    public synchronized Collection<Integer> advance(Map<Integer, Progress> next) {
        var ahead = new ArrayList<Integer>();
        next.forEach((partition, to) -> {
            var there = progress.getOrDefault(partition, Progress.NONE);
            if (there.last() > to.last() || there.rewinds() != to.rewinds()) {
                ahead.add(partition);
            } else {
                progress.put(partition, to);
            }
        });
        return ahead;
    }

    /** What every document says, without its revision: how often it was written is nobody's business. */
    synchronized Map<String, BsonDocument> documents() {
        var all = new TreeMap<String, BsonDocument>();
        collections.forEach((name, documents) -> documents.forEach((id, bson) -> {
            var document = bson.clone();
            document.remove(DocumentForm.REVISION);
            all.put(name + "/" + id, document);
        }));
        return all;
    }

    /** Of the last event folded into a document; 0 where there is none. */
    synchronized long position(String projection, Place place) {
        var found = collections.getOrDefault(projection, Map.of()).get(Stored.mongoId(place.key(), place.id()));
        return found == null ? 0 : found.getInt64(DocumentForm.POSITION).getValue();
    }

    private Map<String, BsonDocument> collection(Projection<?> projection) {
        return collections.computeIfAbsent(projection.name(), _ -> new TreeMap<>());
    }
}
