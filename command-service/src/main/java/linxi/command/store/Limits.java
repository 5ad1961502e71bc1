package linxi.command.store;

import java.time.Duration;

/**
 * Bounds of the log.
 *
 * @param patience how long a caller of append waits
 * @param queuedCommits that may wait while a batch is in flight
 * @param queuedBytes the same, in bytes of JSON
 * @param batchCommits that go out as one insertMany
 * @param batchBytes the same, in bytes; far below MongoDB's message limit of 48 MB
 */
record Limits(Duration patience, int queuedCommits, long queuedBytes, int batchCommits, long batchBytes) {
    static final int COMMIT_EVENTS = 1_000;
    static final int COMMIT_BYTES = 12 << 20;
    static final int EVENT_BYTES = 3 << 20;

    static final Limits USUAL = new Limits(Duration.ofSeconds(5), 4_096, 96L << 20, 512, 12L << 20);

    Limits withPatience(Duration longest) {
        return new Limits(longest, queuedCommits, queuedBytes, batchCommits, batchBytes);
    }
}
