package linxi.command.axon;

/** Too many commands want the same streams at once; nothing was recorded, and the caller may come again. */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy(String message) {
        super(message, null, false, false);
    }
}
