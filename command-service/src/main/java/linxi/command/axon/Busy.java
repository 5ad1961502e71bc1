package linxi.command.axon;

/** Too many commands want the same streams; nothing was recorded, and the caller may come again. */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Busy(String message) {
        super(message, null, false, false);
    }
}
