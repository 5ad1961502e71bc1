package linxi.query.feed;

/** Which document: an id within the key that feeds it. */
record Place(String key, String id) {}
