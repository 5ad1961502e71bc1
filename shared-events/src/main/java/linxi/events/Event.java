package linxi.events;

import java.time.Instant;

/** Something that happened and was recorded. */
public sealed interface Event permits OriginEvent, RegisterEvent {
    /** The stream it belongs to. */
    StreamId stream();

    /** Business time: when it happened in the world, not when it was written down. */
    Instant at();

    /** The Kafka key: everything of one key stays in order. */
    String key();
}
