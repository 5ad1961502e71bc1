package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.Views;

/** A query service without its web: a feed, and reads of its own. */
final class Instance implements AutoCloseable {
    static final Duration GRACE = Duration.ofSeconds(1);

    private final Views views;
    private final Freshness freshness;
    private final Feed feed;
    private final Newcomers newcomers;

    Instance(MongoDatabase database, KafkaSettings settings, List<? extends Projection<?>> projections) {
        this.views = new Views(database, GRACE);
        this.freshness = new Freshness(database, views);
        this.feed = new Feed(
                settings,
                new Catalogs(database),
                new Remains(database, GRACE),
                generations -> new MongoStore(database, generations),
                projections,
                freshness::folded);
        this.newcomers =
                new Newcomers(new Catalogs(database), projections, new Rebuild(database, settings, projections));
    }

    Instance start() {
        feed.start();
        newcomers.start();
        return this;
    }

    Views views() {
        return views;
    }

    Freshness freshness() {
        return freshness;
    }

    FeedStatus status() {
        return feed.status();
    }

    @Override
    public void close() {
        newcomers.close();
        feed.close();
    }
}
