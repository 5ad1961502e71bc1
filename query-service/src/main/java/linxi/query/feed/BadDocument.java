package linxi.query.feed;

/** A document that cannot be stored as it is, or was stored in a shape that cannot be read: no matter of trying again. */
final class BadDocument extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Place place;

    BadDocument(Place place, Throwable cause) {
        super("document " + place.id() + ": " + cause, cause);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
