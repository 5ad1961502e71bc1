package linxi.command.product;

import linxi.command.Rule;

/** Rules of products. */
public enum ProductRule implements Rule {
    PRODUCT_UNKNOWN(Verdict.NOT_FOUND),
    PRODUCT_EXISTS(Verdict.CONFLICT),
    PACK_NAMED_LIKE_UNIT(Verdict.INVALID);

    private final Verdict verdict;

    ProductRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
