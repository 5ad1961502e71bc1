package linxi.command.store;

/** Told how far long work on the log has come, after each page or line. */
public interface Progress {
    Progress NONE = (_, _) -> {};

    /** @param of the position at which it will end */
    void at(long position, long of);
}
