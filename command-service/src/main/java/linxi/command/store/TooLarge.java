package linxi.command.store;

/** A commit over its limits: 1 000 events, 12 MiB a commit, 3 MiB an event. Nothing was recorded. */
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
        super(message, null, false, false);
    }
}
