package linxi.command.store;

/**
 * What an export holds: the log from its beginning.
 *
 * @param position of its last event
 * @param hash of its last commit
 */
public record Archive(long commits, long position, String hash) {}
