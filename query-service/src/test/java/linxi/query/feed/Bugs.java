package linxi.query.feed;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import org.jspecify.annotations.Nullable;

/** What the program cannot do with some events, until it is mended: each event fails in one way, at each attempt. */
final class Bugs {
    private enum Bug {
        READING,
        DOCUMENTS,
        FOLDING,
        OVERFLOWING,
        NOTHING,
        TOO_LARGE
    }

    private final Random random;
    private final double rate;
    private final Map<Long, Bug> bugs = new ConcurrentHashMap<>();
    private final Map<Event, Long> positions = new ConcurrentHashMap<>();

    /** @param rate how many events of all are poisoned */
    Bugs(Random random, double rate) {
        this.random = random;
        this.rate = rate;
    }

    void perhaps(Envelope envelope) {
        if (random.nextDouble() < rate) {
            bugs.put(envelope.position(), Bug.values()[random.nextInt(Bug.values().length)]);
            positions.put(envelope.event(), envelope.position());
        }
    }

    /** The event of that position cannot be folded. */
    void plant(long position) {
        bugs.put(position, Bug.FOLDING);
    }

    void mendAll() {
        bugs.clear();
    }

    void mendSome() {
        bugs.keySet().removeIf(_ -> random.nextBoolean());
    }

    void reading(long position) {
        if (bugs.get(position) == Bug.READING) {
            throw new IllegalStateException("cannot be read");
        }
    }

    /** For {@link MemoryStore#refuse}; some places only, as a document grows too large by itself. */
    boolean isTooLarge(Place place, long position) {
        return bugs.get(position) == Bug.TOO_LARGE && Math.floorMod(place.id().hashCode(), 3) == 0;
    }

    /** The samples, of which one fails where there is a bug. */
    List<Projection<?>> projections() {
        return Samples.projections().stream().<Projection<?>>map(this::buggy).toList();
    }

    private <D> Projection<D> buggy(Projection<D> projection) {
        boolean fails = projection instanceof Samples.Many;
        return new Projection<D>() {
            @Override
            public String name() {
                return projection.name();
            }

            @Override
            public Class<D> type() {
                return projection.type();
            }

            @Override
            public List<String> documents(Event event) {
                var position = positions.get(event);
                if (fails && position != null && bugs.get(position) == Bug.DOCUMENTS) {
                    throw new AssertionError("no such document");
                }
                return projection.documents(event);
            }

            @Override
            @SuppressWarnings("NullAway") // as a faulty projection does
            public D fold(@Nullable D before, String id, Envelope envelope, Event event) {
                var bug = fails ? bugs.get(envelope.position()) : null;
                if (bug == Bug.FOLDING) {
                    throw new NullPointerException("in a fold");
                }
                if (bug == Bug.OVERFLOWING) {
                    throw new StackOverflowError();
                }
                return bug == Bug.NOTHING ? null : projection.fold(before, id, envelope, event);
            }
        };
    }
}
