package linxi.command.store;

/** Another commit took a sequence of a stream, or a sequence would leave a gap: read again and decide anew. */
public final class StreamConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StreamConflict(String message) {
        super(message, null, false, false);
    }
}
