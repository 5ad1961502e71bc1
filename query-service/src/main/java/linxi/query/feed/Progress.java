package linxi.query.feed;

/**
 * How far a partition is taken.
 *
 * @param offset of the next record to read
 * @param last position of the last event taken; 0 before the first
 * @param rewinds how often it was set back on purpose: whoever read it before that may not move it any more
 */
record Progress(long offset, long last, long rewinds) {
    static final Progress NONE = new Progress(0, 0);

    Progress(long offset, long last) {
        this(offset, last, 0);
    }

    /** Further on, not set back. */
    Progress at(long nextOffset, long lastTaken) {
        return new Progress(nextOffset, lastTaken, rewinds);
    }
}
