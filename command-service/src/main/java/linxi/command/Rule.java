package linxi.command;

/** A rule of the domain that a command may break; each feature has one enum of them. The name travels to the caller. */
public interface Rule {
    String name();

    Verdict verdict();

    /** What kind of breach it is; the edge maps it to an HTTP status. */
    enum Verdict {
        /** No command could be read from what was sent (400). */
        MALFORMED,
        /** Nobody said who acts (401). */
        NOBODY_ACTS,
        /** The acting party may not do this (403). */
        FORBIDDEN,
        /** Something named does not exist (404). */
        NOT_FOUND,
        /** Impossible in the present state (409). */
        CONFLICT,
        /** Impossible in any state (422). */
        INVALID
    }
}
