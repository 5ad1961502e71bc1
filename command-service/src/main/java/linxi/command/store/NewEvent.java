package linxi.command.store;

import linxi.events.Event;

/**
 * An event to be recorded.
 *
 * @param sequence its place in its stream, from 0, one above the event before it
 */
public record NewEvent(Event event, long sequence) {
    public NewEvent {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence " + sequence);
        }
    }
}
