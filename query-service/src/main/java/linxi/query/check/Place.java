package linxi.query.check;

import linxi.query.mongo.Stored;

/** Which document of which projection, by their order. */
record Place(int projection, String key, String id) {
    String mongoId() {
        return Stored.mongoId(key, id);
    }
}
