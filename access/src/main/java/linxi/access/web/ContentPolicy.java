package linxi.access.web;

/** What a page of ours may load and do. */
final class ContentPolicy {
    /** Nothing from elsewhere. Swagger's page draws with styles and images in its text. */
    static final String OURS = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private ContentPolicy() {}
}
