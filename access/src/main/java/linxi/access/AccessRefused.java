package linxi.access;

import org.jspecify.annotations.Nullable;

/** A caller may not do what he asks; each service answers by its own rule for the reason. */
public final class AccessRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No login, a session or key that does not hold, or a wrong name or password. */
        NOT_LOGGED_IN,
        WRONG_NAME_OR_PASSWORD,
        /** Too many failures: come again later. */
        LOCKED_OUT,
        PASSWORD_TO_BE_CHANGED,
        /** Shorter than ten characters, or longer than 72 bytes. */
        PASSWORD_TOO_SHORT,
        PASSWORD_UNCHANGED,
        /** The server was started without logins. */
        NO_LOGINS_HERE,
        /** A body that is no JSON object of texts, or lacks one. */
        BAD_BODY,
        /** A name, role or organisation that cannot be. */
        BAD_ACCOUNT,
        ACCOUNT_EXISTS,
        NO_SUCH_ACCOUNT,
        ROLE_NOT_ALLOWED,
        ANOTHER_ORGANISATION,
        /** A request with a session, from a page that is not ours. */
        CSRF_TOKEN_WRONG,
        /** Households by their keys are shown for a purpose only. */
        PURPOSE_MISSING,
        /** A token of the provider that is not signed by it, not for us, or has run out. */
        TOKEN_REFUSED,
        /** The provider did not say who it is: nobody logged in there, or what came back is not of this browser. */
        LOGIN_FAILED,
        /** The provider says none of our roles of somebody. */
        NO_ROLE_GIVEN,
        SEVERAL_ROLES,
        /** The provider names no party for whom somebody in such a role acts. */
        NO_ORGANISATION_GIVEN,
        /** An administrator here has shut somebody out whom the provider lets in. */
        DISABLED_HERE,
        /** His password is the provider's business. */
        NO_PASSWORD_HERE,
        /** There are only accounts of our own. */
        NO_PROVIDER,
        /** The provider does not answer: come again. */
        PROVIDER_AWAY,
        /** MongoDB does not answer: come again. */
        CANNOT_TELL
    }

    private final Reason reason;
    private final @Nullable String field;

    public AccessRefused(Reason reason) {
        this(reason, null);
    }

    /** @param field a parameter or header; null for the whole request */
    public AccessRefused(Reason reason, @Nullable String field) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.field = field;
    }

    public Reason reason() {
        return reason;
    }

    public @Nullable String field() {
        return field;
    }
}
