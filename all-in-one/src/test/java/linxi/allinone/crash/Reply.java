package linxi.allinone.crash;

/** What came of sending a request. */
sealed interface Reply {
    /** It is in the log, says the service. */
    record Acknowledged(Answer answer) implements Reply {}

    /** It left nothing, says the service. */
    record Refused(int status, String body) implements Reply {}

    /** Sent, and told to come again: no word of what came of it. */
    record Unknown(String why) implements Reply {}

    /** Sent, and the connection broke before the answer. */
    record Cut(String why) implements Reply {}

    /** Nobody listened. */
    record NotSent() implements Reply {}

    /** An answer that may never be given. */
    record Wrong(int status, String body) implements Reply {}
}
