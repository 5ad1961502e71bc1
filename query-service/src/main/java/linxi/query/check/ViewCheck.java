package linxi.query.check;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import linxi.events.wire.Envelope;
import linxi.query.feed.Poison;
import linxi.query.feed.Projection;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Folds the whole log anew and compares with the stored documents of every projection, a bucket of documents at a time.
 * Begin it, give it every event by {@link #take}, then {@link #finish} it. A document is compared with the fold up to
 * its own position, and must hold every event that the feeds had folded when the check began: so it may run beside them.
 */
public final class ViewCheck implements AutoCloseable {
    private final MongoDatabase database;
    private final List<? extends Projection<?>> projections;
    private final Findings findings = new Findings();
    private final SortedMap<String, Long> documents = new TreeMap<>();
    private final Claim claim;
    private final StoredViews views;
    private final Spill spill;
    private final Set<Integer> documented = new TreeSet<>();
    private final int atOnce;
    private long events;
    private long pending;
    private long head;
    private int mostHeld;

    /**
     * @param database on a client that waits minutes for an answer
     * @param commits how many the log has, roughly: as many documents are reckoned with where fewer are stored
     * @throws com.mongodb.MongoException where MongoDB is away, as from {@link #finish}
     * @throws java.io.UncheckedIOException where the temporary folder cannot be written, as from every method
     */
    public ViewCheck(MongoDatabase database, List<? extends Projection<?>> projections, long commits) {
        this(database, projections, commits, Sizes.USUAL);
    }

    ViewCheck(MongoDatabase database, List<? extends Projection<?>> projections, long commits, Sizes sizes) {
        this.database = database;
        this.projections = List.copyOf(projections);
        this.claim = Claim.read(database, projections);
        this.views = new StoredViews(database, this.projections, claim.serving());
        long stored = 0;
        long bytes = 0;
        for (int i = 0; i < projections.size(); i++) {
            long count = views.count(i);
            stored += count;
            bytes += count * views.meanBytes(i);
        }
        this.spill = new Spill(sizes.buckets(commits, stored, bytes));
        this.atOnce = sizes.atOnce(stored, bytes);
        this.projections.forEach(projection -> documents.put(projection.name(), 0L));
        views.ids(this::note);
    }

    private void note(BsonValue id, int projection) {
        var name = projections.get(projection).name();
        var _ = documents.merge(name, 1L, Long::sum);
        var text = id.isString() ? id.asString().getValue() : "";
        int end = text.indexOf('|');
        if (end < 0) {
            findings.add(
                    new Difference(Difference.Kind.SUPERFLUOUS, name, id.toString(), null, "an _id of no form", null));
        } else {
            var place = new Place(projection, text.substring(0, end), text.substring(end + 1));
            documented.add(claim.folded().partition(place.key()));
            spill.stored(place);
        }
    }

    /** The next events of the log, in position order; those that it has already are passed over. */
    public void take(List<Envelope> next) {
        for (var envelope : next) {
            if (envelope.position() > head) {
                head = envelope.position();
                events++;
                pending += claim.isPending(envelope) ? 1 : 0;
                take(envelope);
            }
        }
    }

    private void take(Envelope envelope) {
        try {
            var event = envelope.event();
            if (!event.key().equals(envelope.key())) {
                throw new IllegalArgumentException("of key " + event.key() + " under " + envelope.key());
            }
            var places = new ArrayList<Place>();
            for (int i : views.served()) {
                for (var id : projections.get(i).documents(event)) {
                    places.add(new Place(i, envelope.key(), id));
                }
            }
            if (!places.isEmpty()) {
                spill.event(envelope, places);
            }
        } catch (RuntimeException | Error e) {
            unreadable(envelope, e);
        }
    }

    /** As the feed does, which parks it. */
    private void unreadable(Envelope envelope, Throwable e) {
        if (e instanceof Error error && !Poison.is(e)) {
            throw error;
        }
        if (!claim.isParked(envelope)) {
            findings.add(new Difference(
                    Difference.Kind.UNFOLDABLE, "*", envelope.aggregate(), null, null, envelope.position() + ": " + e));
        }
    }

    /**
     * Compares.
     *
     * @param tail the events after a position, some at a time, none at the end: the log may have gone on meanwhile
     * @param progress told the share of the work that is done, in per mille
     * @throws Superseded where other read models came to be served meanwhile: check again
     */
    public CheckReport finish(LongFunction<List<Envelope>> tail, IntConsumer progress) {
        for (int bucket = 0; bucket < spill.size(); bucket++) {
            var left = new ArrayDeque<>(List.of(Share.WHOLE));
            while (!left.isEmpty()) {
                check(bucket, subjects(Share.take(spill, bucket, left, atOnce)), tail);
            }
            progress.accept((bucket + 1) * 1_000 / spill.size());
        }
        if (!Claim.serving(database, projections).equals(claim.serving())) {
            throw new Superseded();
        }
        claim.missing(database, documented)
                .forEach(it -> findings.add(
                        new Difference(Difference.Kind.UNACCOUNTED, "*", it, null, null, "how far it is folded")));
        return new CheckReport(
                events,
                head,
                claim.folded().upTo(),
                pending,
                documents,
                claim.parked(),
                findings.first(),
                findings.counts());
    }

    private void check(int bucket, Map<Place, Subject<?>> subjects, LongFunction<List<Envelope>> tail) {
        mostHeld = Math.max(mostHeld, subjects.size());
        long furthest =
                subjects.values().stream().mapToLong(Subject::position).max().orElse(0);
        while (head < furthest) {
            var more = tail.apply(head);
            if (more.isEmpty()) {
                break;
            }
            take(more);
        }
        var last = new LastRead(spill);
        spill.read(bucket, (place, offset) -> {
            var subject = subjects.get(place);
            if (offset != Spill.STORED && subject != null) {
                last.seek(offset);
                subject.take(last.envelope(), last.event(), claim.covers(last.envelope()));
            }
        });
        subjects.values().forEach(subject -> subject.judge(findings));
    }

    private Map<Place, Subject<?>> subjects(Set<Place> places) {
        var wanted = new HashMap<Integer, Map<String, Place>>();
        places.forEach(place -> wanted.computeIfAbsent(place.projection(), _ -> new LinkedHashMap<>())
                .put(place.mongoId(), place));
        var subjects = new LinkedHashMap<Place, Subject<?>>();
        wanted.forEach((projection, byId) -> {
            var stored = views.read(projection, byId.keySet());
            byId.forEach((id, place) -> subjects.put(place, subject(place, stored.get(id))));
        });
        return subjects;
    }

    private Subject<?> subject(Place place, @Nullable BsonDocument stored) {
        return new Subject<>(projections.get(place.projection()), place, stored);
    }

    /** The most documents that were in memory at once. */
    int mostHeld() {
        return mostHeld;
    }

    @Override
    public void close() {
        spill.close();
    }

    /** Other read models came to be served while they were checked. */
    public static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Superseded() {
            super("a rebuild has swapped the read models meanwhile");
        }
    }
}
