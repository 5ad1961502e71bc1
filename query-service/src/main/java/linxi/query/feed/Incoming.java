package linxi.query.feed;

import linxi.events.Event;
import linxi.events.wire.Envelope;

/** An event on its way into documents. */
record Incoming(Envelope envelope, Event event) {
    /** @throws Poisoned where the event cannot be read, or is not of the key it came under */
    static Incoming of(Envelope envelope) {
        return Received.reading(envelope.position(), () -> {
            var event = envelope.event();
            if (!event.key().equals(envelope.key())) {
                throw new IllegalArgumentException("an event of key " + event.key() + " under " + envelope.key());
            }
            return new Incoming(envelope, event);
        });
    }

    long position() {
        return envelope.position();
    }
}
