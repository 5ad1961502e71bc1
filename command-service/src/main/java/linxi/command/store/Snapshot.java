package linxi.command.store;

/**
 * The state of a stream up to and including an event.
 *
 * @param version of the state's form; another version than the reader's is as good as none
 * @param state JSON
 */
public record Snapshot(long sequence, int version, String state) {}
