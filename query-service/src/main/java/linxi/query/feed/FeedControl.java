package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.query.mongo.Catalogs;

/**
 * The feed seen from outside, by whoever operates it: what is parked, over all instances, and how to have it read again.
 * Throws {@link com.mongodb.MongoException} where MongoDB is away.
 */
public final class FeedControl {
    private static final long FIRST_EPOCH = 1;

    private final MongoDatabase database;
    private final ParkedTable parked;

    public FeedControl(MongoDatabase database) {
        this.database = database;
        this.parked = new ParkedTable(database);
    }

    /**
     * @param sent position of the last event that the relay sent there
     * @param taken position up to which every unit is folded that is not parked
     */
    public record Partition(long sent, long taken) {}

    /** By number. */
    public SortedMap<Integer, Partition> partitions() {
        var taken = new ProgressTable(database).of(epoch());
        var partitions = new TreeMap<Integer, Partition>();
        RelayState.read(database)
                .ends()
                .forEach((number, end) -> partitions.put(
                        number,
                        new Partition(
                                end.last(),
                                taken.getOrDefault(number, Progress.NONE).folded())));
        return partitions;
    }

    /** All that is parked, by position. */
    public List<Parked> parked() {
        return parked.of(epoch()).values().stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingLong(Parked::position))
                .toList();
    }

    /**
     * Asks the feeds to read units again from where they were parked; they do so within a second or so.
     *
     * @param units their names; none for all
     * @return those that are parked, and so will be read again
     */
    public List<Parked> retry(Collection<String> units) {
        var wanted = parked().stream()
                .filter(unit -> units.isEmpty() || units.contains(unit.unit()))
                .toList();
        parked.ask(epoch(), wanted);
        return wanted;
    }

    private long epoch() {
        var catalog = new Catalogs(database).read();
        return catalog == null ? FIRST_EPOCH : catalog.serving().epoch();
    }
}
