package linxi.query.mongo;

/**
 * A document with what the feed keeps beside it.
 *
 * @param key the Kafka key that feeds it; holds no {@code |}
 * @param id unique within the key
 * @param position of the last event folded into it
 * @param revision counts its writes, from 1; fences a writer that read it earlier
 */
public record Stored<D>(String key, String id, long position, long revision, D document) {
    public Stored {
        if (key.indexOf('|') >= 0) {
            throw new IllegalArgumentException("a key holds no '|': '" + key + "'");
        }
    }

    /** The {@code _id} in MongoDB. */
    public static String mongoId(String key, String id) {
        return key + "|" + id;
    }
}
