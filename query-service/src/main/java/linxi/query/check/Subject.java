package linxi.query.check;

import java.util.Objects;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import linxi.query.feed.Poison;
import linxi.query.feed.Projection;
import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.Stored;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/** One document under check: what is stored, and what its events fold into up to the position that is stored with it. */
final class Subject<D> {
    private final Projection<D> projection;
    private final Place place;
    private final @Nullable BsonDocument stored;
    private @Nullable D document;
    private long last;
    private long folds;
    private long touches;
    private long missing;
    private @Nullable String failure;

    /** @param stored as bytes, so that a bucket of them stays small */
    Subject(Projection<D> projection, Place place, @Nullable BsonDocument stored) {
        this.projection = projection;
        this.place = place;
        this.stored = stored;
    }

    /** The position stored with it; 0 where there is none. */
    long position() {
        return stored == null ? 0 : number(stored.get(DocumentForm.POSITION));
    }

    private static long number(@Nullable BsonValue value) {
        return value != null && value.isInt64() ? value.asInt64().getValue() : 0;
    }

    /**
     * @param event null where it cannot be read
     * @param due whether the feed says that it is folded
     */
    void take(Envelope envelope, @Nullable Event event, boolean due) {
        touches++;
        if (envelope.position() > position()) {
            if (missing == 0 && due && (event == null || changes(envelope, event))) {
                missing = envelope.position();
            }
        } else if (failure == null && event != null) {
            try {
                var next = fold(envelope, event);
                if (next != document) {
                    document = next;
                    last = envelope.position();
                    folds++;
                }
            } catch (RuntimeException | Error e) {
                failure = "event " + envelope.position() + ": " + rethrownUnlessPoison(e);
            }
        }
    }

    /** Of an event behind what is stored: one that changes nothing is not written. */
    private boolean changes(Envelope envelope, Event event) {
        try {
            return failure != null || fold(envelope, event) != document;
        } catch (RuntimeException | Error e) {
            var _ = rethrownUnlessPoison(e);
            return true;
        }
    }

    private D fold(Envelope envelope, Event event) {
        return Objects.requireNonNull(projection.fold(document, place.id(), envelope, event), "folded into nothing");
    }

    private static Throwable rethrownUnlessPoison(Throwable e) {
        if (e instanceof Error error && !Poison.is(e)) {
            throw error;
        }
        return e;
    }

    void judge(Findings findings) {
        if (failure != null) {
            add(findings, Difference.Kind.UNFOLDABLE, null, null, failure);
        } else if (stored == null) {
            if (missing > 0) {
                add(findings, Difference.Kind.MISSING, null, null, "event " + missing);
            }
        } else if (touches == 0) {
            add(findings, Difference.Kind.SUPERFLUOUS, null, "position " + position(), null);
        } else {
            compare(stored, findings);
            if (missing > 0) {
                add(findings, Difference.Kind.BEHIND, null, "position " + position(), "event " + missing);
            }
        }
    }

    private void compare(BsonDocument there, Findings findings) {
        var comparison = new Comparison(
                (field, value, expected) -> add(findings, Difference.Kind.DIFFERENT, field, value, expected));
        comparison.compare(there, expected(number(there.get(DocumentForm.REVISION))));
    }

    /** How often it was written depends on how the events came in batches: at least once, at most once for each. */
    private BsonDocument expected(long revision) {
        var folded = document;
        if (folded == null) {
            return new BsonDocument(DocumentForm.POSITION, new BsonInt64(0));
        }
        long possible = Math.clamp(revision, 1, folds);
        return new DocumentForm<>(projection.type())
                .toBson(new Stored<>(place.key(), place.id(), last, possible, folded))
                .decode(new BsonDocumentCodec());
    }

    private void add(
            Findings findings,
            Difference.Kind kind,
            @Nullable String field,
            @Nullable String value,
            @Nullable String expected) {
        findings.add(new Difference(kind, projection.name(), place.mongoId(), field, value, expected));
    }
}
