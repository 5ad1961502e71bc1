package linxi.command.web;

import linxi.command.Rule;

/** Rules of HTTP itself, and the states of the server in which no command is judged. */
enum HttpRule implements Rule {
    BAD_REQUEST(400),
    BAD_IDEMPOTENCY_KEY(400),
    BAD_PARAMETER(400),
    NOT_LOGGED_IN(401),
    TOKEN_REFUSED(401),
    PASSWORD_TO_BE_CHANGED(403),
    NO_ROLE_GIVEN(403),
    SEVERAL_ROLES(403),
    NO_ORGANISATION_GIVEN(403),
    DISABLED_HERE(403),
    ROLE_NOT_ALLOWED(403),
    CSRF_TOKEN_WRONG(403),
    NO_SUCH_PATH(404),
    WRONG_METHOD(405),
    NOT_ACCEPTABLE(406),
    BODY_TOO_SLOW(408),
    BODY_TOO_LARGE(413),
    WRONG_CONTENT_TYPE(415),
    SERVER_FAULT(500),
    PROVIDER_AWAY(503),
    COME_AGAIN(503);

    private final int status;

    HttpRule(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    @Override
    public Verdict verdict() {
        return Verdict.MALFORMED;
    }
}
