package linxi.access.gate;

/** How far a role gets with an endpoint. */
public enum Reach {
    ALL,
    /** Of the caller's own organisation only. */
    OWN,
    /** Everything, but households only by pseudonyms. */
    MASKED,
    NONE
}
