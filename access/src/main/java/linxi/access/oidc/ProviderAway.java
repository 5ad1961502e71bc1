package linxi.access.oidc;

/** The provider does not answer in time, or not as one. */
public final class ProviderAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderAway(String what, Throwable cause) {
        super(what, cause);
    }

    ProviderAway(String what) {
        super(what, null, false, false);
    }
}
