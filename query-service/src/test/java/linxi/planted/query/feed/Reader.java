package linxi.planted.query.feed;

import linxi.planted.query.mongo.FeedInMongo;

/** Stands for the feed. */
public class Reader {
    FeedInMongo mongo() {
        return new FeedInMongo();
    }
}
