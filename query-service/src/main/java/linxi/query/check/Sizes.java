package linxi.query.check;

/**
 * How much of the read models a bucket holds, on average.
 *
 * @param documents at most so many
 * @param bytes of BSON, at most so many; folded, and as objects, they take several times that
 */
record Sizes(int documents, long bytes) {
    static final Sizes USUAL = new Sizes(8_192, 8L << 20);

    /** Each is an open file; beyond that the buckets grow. */
    private static final int MOST = 512;

    int buckets(long allDocuments, long allBytes) {
        return Math.clamp(Math.max(allDocuments / documents, allBytes / bytes) + 1, 1, MOST);
    }
}
