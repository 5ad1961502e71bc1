package linxi.planted.query.mongo;

import linxi.planted.query.feed.Reader;

/** Documents that know the feed; together with {@code Reader} a cycle. */
public class FeedInMongo {
    Reader reader() {
        return new Reader();
    }
}
