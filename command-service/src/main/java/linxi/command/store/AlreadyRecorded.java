package linxi.command.store;

/** The idempotency key is in the log already; nothing new was recorded. */
public final class AlreadyRecorded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answered answered;

    AlreadyRecorded(Answered answered) {
        super("recorded up to position " + answered.position(), null, false, false);
        this.answered = answered;
    }

    /** What the first sender was answered. */
    public Answered answered() {
        return answered;
    }
}
