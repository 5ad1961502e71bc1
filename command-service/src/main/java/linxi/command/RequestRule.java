package linxi.command;

/** Rules on who sends what, the same for every command. */
public enum RequestRule implements Rule {
    NO_ACTING_PARTY(Verdict.NOBODY_ACTS),
    ACTING_PARTY_UNKNOWN(Verdict.FORBIDDEN),
    NO_SUCH_ID(Verdict.NOT_FOUND),
    IDEMPOTENCY_KEY_REUSED(Verdict.CONFLICT),
    TOO_LARGE(Verdict.INVALID);

    private final Verdict verdict;

    RequestRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
