package linxi.command.agreement;

import linxi.command.Rule;

/** What an agreement command may break. */
public enum AgreementRule implements Rule {
    UNKNOWN_AGREEMENT(Verdict.NOT_FOUND),
    NOT_THE_ORIGIN(Verdict.FORBIDDEN),
    AGREEMENT_EXISTS(Verdict.CONFLICT),
    OVERLAPPING_AGREEMENT(Verdict.CONFLICT),
    OVERLAPPING_VERSION(Verdict.CONFLICT),
    AGREEMENT_ENDED(Verdict.CONFLICT),
    ENDS_BEFORE_NEWEST_VERSION(Verdict.CONFLICT),
    NO_PRODUCTS(Verdict.INVALID),
    PRODUCT_TWICE(Verdict.INVALID),
    SHARE_OUT_OF_RANGE(Verdict.INVALID),
    SHARES_DO_NOT_ADD_UP(Verdict.INVALID),
    MEMBERS_OF_NO_PATH(Verdict.INVALID),
    ORDER_PURCHASE_TAKES_NO_MEMBERS(Verdict.INVALID),
    WEIGHT_OUT_OF_RANGE(Verdict.INVALID),
    TOO_LARGE(Verdict.INVALID),
    TIME_BEFORE_PREVIOUS_EVENT(Verdict.INVALID);

    private final Verdict verdict;

    AgreementRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
