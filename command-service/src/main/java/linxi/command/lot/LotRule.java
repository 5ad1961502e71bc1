package linxi.command.lot;

import linxi.command.Rule;

/** What a command on lots may break (domain rules, "Lot"). */
public enum LotRule implements Rule {
    LOT_UNKNOWN(Verdict.NOT_FOUND),
    NOT_THE_ORIGIN_OF_THE_LOT(Verdict.FORBIDDEN),
    LOT_EXISTS(Verdict.CONFLICT),
    /** While a lot is held, it is neither logged in a shipment nor dispatched. */
    LOT_HELD(Verdict.CONFLICT),
    LOT_ALREADY_HELD(Verdict.CONFLICT),
    LOT_NOT_HELD(Verdict.CONFLICT),
    LOT_OF_ANOTHER_ORIGIN(Verdict.CONFLICT),
    MORE_THAN_LOT_HAS_LEFT(Verdict.CONFLICT),
    CONTRIBUTIONS_DO_NOT_ADD_UP(Verdict.INVALID),
    /** A household stands in a lot once. */
    HOUSEHOLD_TWICE(Verdict.INVALID),
    /** At most 10 000 contributions. */
    TOO_LARGE(Verdict.INVALID);

    private final Verdict verdict;

    LotRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
