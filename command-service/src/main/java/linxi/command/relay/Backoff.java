package linxi.command.relay;

/** How long the relay waits after a failure: longer each time, until it goes well again. For one thread. */
final class Backoff {
    private static final long FIRST_MILLIS = 200;
    private static final long LAST_MILLIS = 5_000;
    private static final int MOST_DOUBLINGS = 10;

    private int failures;

    /** Counts a failure. */
    long nextMillis() {
        long millis = Math.min(FIRST_MILLIS << Math.min(failures, MOST_DOUBLINGS), LAST_MILLIS);
        failures++;
        return millis;
    }

    void reset() {
        failures = 0;
    }
}
