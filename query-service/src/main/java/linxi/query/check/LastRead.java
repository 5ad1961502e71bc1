package linxi.query.check;

import linxi.events.Event;
import linxi.events.wire.Envelope;
import org.jspecify.annotations.Nullable;

/** The event read last from a {@link Spill}: one event often touches many documents of a bucket. */
final class LastRead {
    private final Spill spill;
    private long offset = -1;
    private @Nullable Envelope envelope;
    private @Nullable Event event;

    LastRead(Spill spill) {
        this.spill = spill;
    }

    void seek(long wanted) {
        if (wanted != offset) {
            envelope = spill.event(wanted);
            event = envelope.event();
            offset = wanted;
        }
    }

    Envelope envelope() {
        if (envelope == null) {
            throw new IllegalStateException("nothing was read");
        }
        return envelope;
    }

    @Nullable
    Event event() {
        return event;
    }
}
