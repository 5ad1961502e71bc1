package linxi.command.product;

import linxi.command.Rule;

/** Rules of products and of what is stated in their units. */
public enum ProductRule implements Rule {
    PRODUCT_UNKNOWN(Verdict.NOT_FOUND),
    PRODUCT_EXISTS(Verdict.CONFLICT),
    PACK_NAMED_LIKE_UNIT(Verdict.INVALID),
    WRONG_UNIT(Verdict.INVALID),
    NOT_WHOLE_BASE_UNITS(Verdict.INVALID),
    QUANTITY_TOO_LARGE(Verdict.INVALID);

    private final Verdict verdict;

    ProductRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
