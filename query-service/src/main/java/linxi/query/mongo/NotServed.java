package linxi.query.mongo;

/**
 * A read model that cannot be read just now: a newer program brought it and it is still being built, or it was replaced
 * while it was read.
 */
public final class NotServed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotServed(String message) {
        super(message);
    }

    static NotServed yet(String projection) {
        return new NotServed("the read model '" + projection + "' is still being built");
    }

    static NotServed tooSlow(String projection) {
        return new NotServed("the read model '" + projection + "' was read so long that it may be gone");
    }
}
