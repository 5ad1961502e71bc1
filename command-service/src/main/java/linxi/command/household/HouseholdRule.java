package linxi.command.household;

import linxi.command.Rule;

/** Rules of households and their status. */
public enum HouseholdRule implements Rule {
    HOUSEHOLD_UNKNOWN(Verdict.NOT_FOUND),
    HOUSEHOLD_EXISTS(Verdict.CONFLICT),
    SPELLS_OVERLAP(Verdict.CONFLICT),
    SPELL_EMPTY(Verdict.INVALID);

    private final Verdict verdict;

    HouseholdRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
