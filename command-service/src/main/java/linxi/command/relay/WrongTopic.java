package linxi.command.relay;

/** The topic is not the one that the settings speak of, or is another log's; only a person can mend that. */
final class WrongTopic extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongTopic(String message) {
        super(message);
    }
}
