package linxi.query.feed;

/**
 * Why a partition does not go on: records are missing, and are looked for again from the start of the log.
 *
 * @param position of the event before which they are missing
 */
public record Trouble(long position, String reason) {}
