package linxi.command.relay;

/** Another relay has stored its state meanwhile: what this one knows is out of date. */
final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Superseded() {
        super("another relay has taken over");
    }
}
