package linxi.query.mongo;

/** A read model that has no documents yet: a newer program brought it, and its first generation is still being built. */
public final class NotServed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotServed(String projection) {
        super("the read model '" + projection + "' is still being built");
    }
}
