package linxi.events;

import org.jspecify.annotations.Nullable;

/**
 * One object for one household: the same ones stand in lot after lot, and then two of them need not be fetched from
 * memory to see that they are one. Only a matter of speed: keys that it has no place for stay apart, and threads that
 * write to one place at a time lose no more than that.
 */
final class SharedKeys {
    private static final int BITS = 16;
    private static final int PLACES = 1 << BITS;
    private static final int GOLDEN = 0x9E37_79B9;
    private static final int TRIES = 8;
    private static final @Nullable HouseholdKey[] SEEN = new HouseholdKey[PLACES];

    private SharedKeys() {}

    /** An equal key, mostly the same one for all that are equal. */
    static HouseholdKey of(HouseholdKey key) {
        // Keys that are counted up have hashes side by side; the golden ratio scatters them.
        int first = (key.hashCode() * GOLDEN) >>> (Integer.SIZE - BITS);
        for (int i = 0; i < TRIES; i++) {
            int place = (first + i) % PLACES;
            var seen = SEEN[place];
            if (seen == null) {
                SEEN[place] = key;
                return key;
            }
            if (seen.equals(key)) {
                return seen;
            }
        }
        SEEN[first] = key;
        return key;
    }
}
