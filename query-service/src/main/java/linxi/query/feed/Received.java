package linxi.query.feed;

/**
 * One record of the topic.
 *
 * @param position of its event
 * @param previous position of the event before it in that partition; 0 for the first
 */
record Received(int partition, long offset, long position, long previous, Content content) {
    /** Reads the event only when it is wanted; throws {@link Poisoned} where it cannot be read. */
    interface Content {
        Incoming read();
    }
}
