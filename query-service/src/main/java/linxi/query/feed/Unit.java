package linxi.query.feed;

import linxi.events.RegisterEvent;

/**
 * What is parked together: all events of a Kafka key; of the key {@code register}, only those of one aggregate, since
 * each of its documents is about one party, product or household.
 *
 * @param name the key, or {@code register/<aggregate>}; a name of the key itself stands for all of the key
 */
record Unit(String key, String name) {
    static Unit of(String key, String aggregate) {
        return key.equals(RegisterEvent.KEY) ? new Unit(key, key + "/" + aggregate) : whole(key);
    }

    static Unit whole(String key) {
        return new Unit(key, key);
    }
}
