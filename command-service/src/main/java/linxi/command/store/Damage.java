package linxi.command.store;

import org.jspecify.annotations.Nullable;

/**
 * One place of the log that is not what was written.
 *
 * @param position of the event or commit, or where one is missing; 0 where it concerns the whole log
 * @param commit the id its sender gave the commit; null where it cannot be read or none is meant
 * @param what is wrong, in words, with the aggregate where one is concerned
 */
public record Damage(long position, @Nullable String commit, String what) {
    @Override
    public String toString() {
        return "position " + position + (commit == null ? "" : " (commit " + commit + ")") + ": " + what;
    }
}
