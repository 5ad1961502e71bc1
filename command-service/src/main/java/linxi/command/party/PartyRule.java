package linxi.command.party;

import linxi.command.Rule;

/** Rules of parties. */
public enum PartyRule implements Rule {
    PARTY_UNKNOWN(Verdict.NOT_FOUND),
    PARTY_EXISTS(Verdict.CONFLICT),
    PARTY_SUSPENDED(Verdict.CONFLICT),
    PARTY_ALREADY_SUSPENDED(Verdict.CONFLICT),
    PARTY_ID_RESERVED(Verdict.INVALID);

    private final Verdict verdict;

    PartyRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
