package linxi.query.importing.run;

/** How far an import is; the texts are {@code imports.stage.<name>}. */
public enum Stage {
    READING,
    /** The dry run. */
    JUDGING,
    /** Somebody has to say that it shall be sent. */
    JUDGED,
    SENDING,
    SENT,
    STOPPED,
    /** What takes commands was away for too long, or no longer lets the caller in. */
    BROKEN_OFF,
    /** Not read, or not judged. */
    FAILED;

    public boolean isUnderWay() {
        return this == READING || this == JUDGING || this == SENDING;
    }
}
