package linxi.query.newest;

import java.time.Instant;

/**
 * The newest event of one origin that changed a figure.
 *
 * @param at when it happened
 * @param recordedAt when it was written down
 */
public record NewestDocument(Instant at, Instant recordedAt, long position) {}
