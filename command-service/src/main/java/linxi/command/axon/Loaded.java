package linxi.command.axon;

import linxi.events.Event;
import linxi.events.StreamId;

/**
 * A stream as far as it is known here. Immutable, as every state is.
 *
 * @param next sequence of the next event
 * @param asOf {@link System#nanoTime} at which the log had no event beyond it
 */
record Loaded(Object state, long next, long asOf) {
    static Loaded nothing(StreamId stream) {
        return new Loaded(StreamTypes.of(stream).initial(), 0, 0);
    }

    Loaded after(StreamId stream, Event event) {
        return new Loaded(StreamTypes.of(stream).fold().apply(state, event), next + 1, asOf);
    }

    Loaded asOf(long nanos) {
        return new Loaded(state, next, nanos);
    }

    /** Of two views of one stream, the one that knows more. */
    Loaded orNewer(Loaded other) {
        return other.next > next || (other.next == next && other.asOf - asOf > 0) ? other : this;
    }
}
