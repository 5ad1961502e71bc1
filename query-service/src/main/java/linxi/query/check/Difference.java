package linxi.query.check;

import org.jspecify.annotations.Nullable;

/**
 * One thing in which a stored document is not what the log says.
 *
 * @param document its {@code _id}
 * @param field such as {@code lines[2].gross.fen}; null where the document as a whole is meant
 * @param stored as JSON; null where there is nothing
 * @param expected as JSON or in words; null where there should be nothing
 */
public record Difference(
        Kind kind,
        String projection,
        String document,
        @Nullable String field,
        @Nullable String stored,
        @Nullable String expected) {
    /** In what way. */
    public enum Kind {
        /** The log has events of it up to what the feed says is folded, but it is not stored. */
        MISSING,
        /** It is stored, but no event touches it. */
        SUPERFLUOUS,
        /** A field has another value than the fold up to the document's own position gives. */
        DIFFERENT,
        /** It lacks an event that the feed says is folded. */
        BEHIND,
        /** An event of it cannot be read or folded, and is not parked. */
        UNFOLDABLE,
        /** Documents are stored, but how far they are folded is not: nothing can say what they lack. */
        UNACCOUNTED
    }
}
