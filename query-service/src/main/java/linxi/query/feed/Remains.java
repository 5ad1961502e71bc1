package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import linxi.query.mongo.Catalog;
import linxi.query.mongo.Catalogs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What epochs that are over left behind. Until what is served has folded all that the old epoch had, an instance may
 * still be answering from that. From then on it is kept for the grace time, in which answers under way come to their end;
 * one that takes longer is refused by {@link linxi.query.mongo.Views}.
 */
final class Remains {
    private static final Logger LOG = LoggerFactory.getLogger(Remains.class);

    private final MongoDatabase database;
    private final Catalogs catalogs;
    private final ProgressTable progress;
    private final ParkedTable parked;
    private final Duration grace;
    private final Map<Long, Long> seen = new HashMap<>();

    Remains(MongoDatabase database, Duration grace) {
        this.database = database;
        this.catalogs = new Catalogs(database);
        this.progress = new ProgressTable(database);
        this.parked = new ParkedTable(database);
        this.grace = grace;
    }

    /** @param nanos the time of {@link System#nanoTime()} */
    void sweep(Catalog catalog, long nanos) {
        var dropped = new ArrayList<Catalog.Superseded>();
        for (var one : catalog.superseded()) {
            if (!seen.containsKey(one.epoch())
                    && progress.hasReached(catalog.serving().epoch(), progress.of(one.epoch()))) {
                seen.put(one.epoch(), nanos);
            }
            if (nanos - seen.getOrDefault(one.epoch(), nanos) > grace.toNanos()) {
                one.collections().forEach(name -> database.getCollection(name).drop());
                progress.forget(one.epoch());
                parked.forget(one.epoch());
                LOG.info("dropped what epoch {} left: {}", one.epoch(), one.collections());
                dropped.add(one);
            }
        }
        if (!dropped.isEmpty() && catalogs.replace(catalog, catalog.without(dropped))) {
            dropped.forEach(one -> seen.remove(one.epoch()));
        }
    }
}
