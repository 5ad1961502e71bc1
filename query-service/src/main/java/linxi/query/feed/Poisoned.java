package linxi.query.feed;

/** An event that cannot be read or folded. It is never skipped: its partition waits until a program can. */
public final class Poisoned extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long position;

    Poisoned(long position, Throwable cause) {
        super("event " + position + ": " + cause, cause);
        this.position = position;
    }

    public long position() {
        return position;
    }
}
