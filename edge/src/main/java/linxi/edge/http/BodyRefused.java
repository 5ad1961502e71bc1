package linxi.edge.http;

/** The body of a request cannot be read; each service names its own rule for it. */
public final class BodyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        TOO_LARGE,
        TOO_SLOW,
        BROKEN,
        /** Too many others hold large bodies, or the program stops: come again. */
        NO_ROOM
    }

    private final Reason reason;

    BodyRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
