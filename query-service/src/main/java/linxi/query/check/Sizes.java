package linxi.query.check;

/**
 * How much of the read models a bucket holds, on average.
 *
 * @param documents at most so many
 * @param bytes of BSON, at most so many; folded, and as objects, they take several times that
 */
record Sizes(int documents, long bytes) {
    static final Sizes USUAL = new Sizes(8_192, 8L << 20);

    /** Each is an open file; beyond that a bucket is taken in shares. */
    private static final int MOST = 512;

    /** @param expected how many documents the log may fold into, roughly, be they stored or not */
    int buckets(long expected, long storedDocuments, long storedBytes) {
        long most = Math.max(expected, storedDocuments);
        return Math.clamp(Math.max(most / documents, storedBytes / bytes) + 1, 1, MOST);
    }

    /** How many documents may be in memory at once: twice the average, so that few buckets are above it by chance. */
    int atOnce(long storedDocuments, long storedBytes) {
        long mean = Math.max(1, storedBytes / Math.max(1, storedDocuments));
        return Math.clamp(2 * Math.min(documents, bytes / mean), 1, Integer.MAX_VALUE);
    }
}
