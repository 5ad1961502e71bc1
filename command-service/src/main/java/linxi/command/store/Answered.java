package linxi.command.store;

/**
 * A command that is in the log already.
 *
 * @param position of the last event of its commit
 */
public record Answered(CommandRecord command, long position) {}
