package linxi.allinone;

/** The program cannot do what was asked, for a reason that the person at the keyboard can mend; the message says how. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }
}
