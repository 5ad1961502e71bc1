package linxi.query.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import linxi.query.mongo.Stored;

/**
 * Where documents and offsets rest. An interface because its tests let it fail before and after each write. Any method
 * may throw what the driver throws; then what it should have written may or may not be there.
 */
interface Store {
    /** Those that exist, by place. */
    <D> Map<Place, Stored<D>> read(Projection<D> projection, Collection<Place> places);

    /**
     * Writes each document if the one there still has the revision before it (or, for revision 1, if there is none).
     *
     * @return whether all were written; if not, some may have been
     */
    <D> boolean write(Projection<D> projection, List<Stored<D>> documents);

    /** Of every partition that has one. */
    Map<Integer, Progress> progress();

    /** By partition, what the relay says it has sent. */
    Map<Integer, RelayEnd> relay();

    /**
     * Stores how far partitions are taken, unless somebody has taken more, or has set them back since.
     *
     * @return the partitions where somebody had
     */
    Collection<Integer> advance(Map<Integer, Progress> progress);
}
