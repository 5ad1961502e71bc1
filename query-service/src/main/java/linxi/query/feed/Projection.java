package linxi.query.feed;

import java.util.List;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import org.jspecify.annotations.Nullable;

/**
 * A read model: which documents an event changes, and how. Pure: no clock, no I/O, no state of its own. A document is
 * fed by events of one Kafka key only, so that one position says what it has folded; the engine makes the key part of
 * every document's id and keeps position and revision itself.
 *
 * @param <D> the document, a record
 */
public interface Projection<D> {
    /** The collection; never changes. */
    String name();

    Class<D> type();

    /**
     * The ids, unique within the event's key, of the documents that the event changes; mostly none or one. An event of
     * the register changes documents of its own aggregate only, since it is parked alone.
     */
    List<String> documents(Event event);

    /**
     * @param before the document so far; null where there is none yet
     * @param id one of {@link #documents}
     * @return {@code before} itself where the event changes nothing: then nothing is written
     */
    D fold(@Nullable D before, String id, Envelope envelope, Event event);

    /** Where features read the documents. */
    default View<D> view(Views views) {
        return views.of(name(), type());
    }
}
