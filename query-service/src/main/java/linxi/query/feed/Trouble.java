package linxi.query.feed;

/**
 * Why a partition does not go on.
 *
 * @param position of the event that it stands at
 */
public record Trouble(Kind kind, long position, String reason) {
    /** What is to be done about it. */
    public enum Kind {
        /** Records are missing before this one: they are looked for again from the start of the log. */
        GAP,
        /** The event cannot be read or folded: a newer program is needed. */
        POISON
    }
}
