package linxi.command.product;

import linxi.command.Rule;

/** What makes a stated amount or price unusable, in any state. */
public enum AmountRule implements Rule {
    /** Neither a unit of the product's base unit nor one of its packs. */
    WRONG_UNIT,
    /** It does not come to whole base units: half an egg, a tenth of a gram. */
    NOT_A_WHOLE_AMOUNT,
    NEGATIVE_AMOUNT,
    ZERO_AMOUNT,
    /** Over 2^53 base units, beyond which not every JSON reader keeps a whole number exactly. */
    AMOUNT_TOO_LARGE,
    /** A price is above 0. */
    PRICE_NOT_POSITIVE,
    /** A price, or what a line comes to at its price, is over 10¹² fen. */
    MONEY_TOO_LARGE;

    @Override
    public Verdict verdict() {
        return Verdict.INVALID;
    }
}
