package linxi.command.web;

import linxi.command.Rule;

/** Rules on the form of what was sent, judged before anything else. */
enum FormRule implements Rule {
    MALFORMED_JSON(Verdict.MALFORMED),
    WRONG_JSON_TYPE(Verdict.MALFORMED),
    FIELD_MISSING(Verdict.INVALID),
    FIELD_UNKNOWN(Verdict.INVALID),
    NO_ID(Verdict.INVALID),
    NO_DAY(Verdict.INVALID),
    NO_TIME(Verdict.INVALID),
    TIME_WITHOUT_ZONE(Verdict.INVALID),
    TIME_IN_FUTURE(Verdict.INVALID),
    VALUE_UNKNOWN(Verdict.INVALID),
    NOT_POSITIVE(Verdict.INVALID),
    NEGATIVE(Verdict.INVALID),
    NOT_WHOLE(Verdict.INVALID),
    NUMBER_OUT_OF_RANGE(Verdict.INVALID),
    TEXT_EMPTY(Verdict.INVALID),
    TEXT_TOO_LONG(Verdict.INVALID),
    BAD_CHARACTER(Verdict.INVALID),
    PERSONAL_DATA(Verdict.INVALID),
    NAMED_TWICE(Verdict.INVALID),
    LIST_EMPTY(Verdict.INVALID),
    TOO_LARGE(Verdict.INVALID);

    private final Verdict verdict;

    FormRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
