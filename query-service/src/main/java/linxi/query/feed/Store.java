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
    /**
     * Those that exist, by place.
     *
     * @throws BadDocument where one does not have the shape that the projection wants
     */
    <D> Map<Place, Stored<D>> read(Projection<D> projection, Collection<Place> places);

    /**
     * Writes each document if the one there still has the revision before it (or, for revision 1, if there is none).
     *
     * @return whether all were written; if not, some may have been
     * @throws BadDocument where one cannot be stored, ever; then others may have been written
     */
    <D> boolean write(Projection<D> projection, List<Stored<D>> documents);

    /** @throws BadDocument where it could not be written */
    <D> void check(Projection<D> projection, Stored<D> document);

    /** Of every partition that has one. */
    Map<Integer, Progress> progress();

    /**
     * Progress and what is parked, with no rewind in between the two, of each of these partitions. A unit that was parked
     * and is not any more is folded as far as that progress says.
     */
    Map<Integer, Standing> standing(Collection<Integer> partitions);

    /** By partition, what the relay says it has sent. */
    Map<Integer, RelayEnd> relay();

    /**
     * Stores how far partitions are taken, unless somebody has taken more or set them back.
     *
     * @return the partitions where somebody had
     */
    Collection<Integer> advance(Map<Integer, Progress> progress);

    /** Parks units, unless one is parked already: before this event, or after a rewind that the caller has not noticed. */
    void park(Collection<Parked> parked);

    /** Those that somebody asked to read again, of all partitions. */
    Collection<Parked> asked();

    /**
     * Sets a partition back, unless somebody has taken it further than {@code to} says it had reached.
     *
     * @param rewinds how many the caller knows of
     * @param to with more rewinds
     * @return whether it is done; if not, somebody else was there
     */
    boolean rewind(int partition, long rewinds, Progress to);

    /** Deletes these, where they are still parked as they were. */
    void release(Collection<Parked> parked);
}
