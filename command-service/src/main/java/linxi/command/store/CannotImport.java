package linxi.command.store;

/** The installation is not one to import into: it holds something already, or something else than the file. */
public final class CannotImport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotImport(String message) {
        super(message, null, false, false);
    }
}
