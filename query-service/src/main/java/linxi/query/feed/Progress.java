package linxi.query.feed;

/**
 * How far a partition is taken.
 *
 * @param offset of the next record to read
 * @param last position of the last event taken; 0 before the first
 */
record Progress(long offset, long last) {
    static final Progress NONE = new Progress(0, 0);
}
