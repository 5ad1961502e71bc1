package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.events.Event;
import linxi.events.StreamId;
import linxi.events.wire.Envelope;
import linxi.events.wire.EventJson;
import linxi.events.wire.EventType;
import linxi.query.mongo.Generations;
import org.jspecify.annotations.Nullable;

/** Folds events straight into documents, without Kafka: for the tests of projections and answers. */
public final class Replay {
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final Store store;
    private final Projector projector;
    private final Map<StreamId, Long> sequences = new HashMap<>();
    private final List<Envelope> log = new ArrayList<>();
    private long position;

    private Replay(Store store, List<? extends Projection<?>> projections) {
        this.store = store;
        this.projector = new Projector(store, projections, Together.IN_TURN);
    }

    public static Replay inMemory(Projection<?>... projections) {
        return new Replay(new MemoryStore(), List.of(projections));
    }

    /** Read the documents with a {@link linxi.query.mongo.View} then. */
    public static Replay into(MongoDatabase database, Projection<?>... projections) {
        var names = Arrays.stream(projections).map(Projection::name).toList();
        return new Replay(new MongoStore(database, Generations.first(names)), List.of(projections));
    }

    /** One batch, by the party {@code tester}; positions go on from the last call. */
    public Replay fold(Event... events) {
        var batch = new ArrayList<Incoming>();
        for (var event : events) {
            var envelope = envelope(event);
            log.add(envelope);
            batch.add(Incoming.of(envelope));
        }
        projector.fold(batch);
        return this;
    }

    /** All that was folded, as the log holds it. */
    public List<Envelope> log() {
        return List.copyOf(log);
    }

    /** The position of the last event folded. */
    public long position() {
        return position;
    }

    public <D> @Nullable D document(Projection<D> projection, String key, String id) {
        var place = new Place(key, id);
        var stored = store.read(projection, List.of(place)).get(place);
        return stored == null ? null : stored.document();
    }

    /** How often a document was written. */
    public long revision(Projection<?> projection, String key, String id) {
        var place = new Place(key, id);
        var stored = store.read(projection, List.of(place)).get(place);
        return stored == null ? 0 : stored.revision();
    }

    private Envelope envelope(Event event) {
        var type = EventType.of(event);
        long sequence = sequences.merge(event.stream(), 0L, (before, _) -> before + 1);
        return new Envelope(
                ++position,
                type.name(),
                type.version(),
                event.stream().toString(),
                sequence,
                event.at(),
                RECORDED,
                "tester",
                null,
                event.key(),
                EventJson.write(event));
    }
}
