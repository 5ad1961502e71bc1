package linxi.command.register;

import linxi.command.Rule;

/** What a command may break by naming somebody or something of the registers. */
public enum RegisterRule implements Rule {
    PARTY_UNKNOWN(Verdict.NOT_FOUND),
    PRODUCT_UNKNOWN(Verdict.NOT_FOUND),
    HOUSEHOLD_UNKNOWN(Verdict.NOT_FOUND),
    PARTY_SUSPENDED(Verdict.CONFLICT);

    private final Verdict verdict;

    RegisterRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
