package linxi.command.store;

/** Positions of the first and last event of a stored commit. */
public record Recorded(long first, long last) {}
