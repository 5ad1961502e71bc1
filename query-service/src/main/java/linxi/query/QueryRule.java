package linxi.query;

/** Why a query is refused; the name travels to the caller as {@code rule}. */
public enum QueryRule {
    UNKNOWN_PARAMETER(400),
    REPEATED_PARAMETER(400),
    BAD_VALUE(400),
    BAD_LIMIT(400),
    BAD_CURSOR(400),
    BAD_POSITION(400),
    FROM_AFTER_TO(400),
    BAD_PATH(400),
    BAD_REQUEST(400),
    BAD_BODY(400),
    NOT_LOGGED_IN(401),
    WRONG_NAME_OR_PASSWORD(401),
    PASSWORD_TO_BE_CHANGED(403),
    ROLE_NOT_ALLOWED(403),
    ANOTHER_ORGANISATION(403),
    CSRF_TOKEN_WRONG(403),
    NO_LOGINS_HERE(403),
    NO_SUCH_ID(404),
    NO_SUCH_ACCOUNT(404),
    NO_SUCH_PATH(404),
    WRONG_METHOD(405),
    NOT_ACCEPTABLE(406),
    BODY_TOO_SLOW(408),
    ACCOUNT_EXISTS(409),
    REBUILD_RUNS(409),
    NOTHING_RECEIVED(409),
    IMPORT_UNDER_WAY(409),
    IMPORT_NOT_READY(409),
    BODY_TOO_LARGE(413),
    PURPOSE_MISSING(422),
    PASSWORD_TOO_SHORT(422),
    PASSWORD_UNCHANGED(422),
    BAD_ACCOUNT(422),
    TOO_MANY_ROWS(422),
    PHOTO_UNREADABLE(422),
    PHOTO_TOO_LARGE(422),
    NO_CODE_IN_PHOTO(422),
    NOT_OUR_CODE(422),
    TOO_MANY_LABELS(422),
    NO_ORGANISATION(422),
    LOCKED_OUT(429),
    NOT_THAT_FAR_YET(503),
    READ_MODELS_AWAY(503),
    COMMANDS_AWAY(503),
    COME_AGAIN(503),
    SERVER_FAULT(500);

    private final int status;

    QueryRule(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
