package linxi.query.feed;

/**
 * One record of the topic.
 *
 * @param position of its event
 * @param previous position of the event before it in that partition; 0 for the first
 * @param unit from what stands beside the event, so that an event that cannot be read has one too
 */
record Received(int partition, long offset, long position, long previous, Unit unit, Content content) {
    /** Reads the event only when it is wanted. */
    interface Content {
        /** @throws Poisoned where it cannot be read */
        Incoming read();
    }

    /** @throws Poisoned with whatever goes wrong */
    static Incoming reading(long position, Content content) {
        try {
            return content.read();
        } catch (Poisoned poisoned) {
            throw poisoned;
        } catch (RuntimeException | Error e) {
            if (Poison.is(e)) {
                throw new Poisoned(Poison.of(position, "reading", e), e);
            }
            throw e;
        }
    }
}
