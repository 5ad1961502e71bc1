package linxi.edge.http;

/** As many as may be are in hand; nothing was done, and the caller may come again. */
public final class Crowded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Crowded(String message) {
        super(message, null, false, false);
    }
}
