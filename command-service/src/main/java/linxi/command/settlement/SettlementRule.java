package linxi.command.settlement;

import linxi.command.Rule;

/** What a settlement command may break. */
public enum SettlementRule implements Rule {
    UNKNOWN_SETTLEMENT(Verdict.NOT_FOUND),
    UNKNOWN_SHIPMENT(Verdict.NOT_FOUND),
    LINE_NOT_IN_SETTLEMENT(Verdict.NOT_FOUND),
    NOT_THE_ORIGIN(Verdict.FORBIDDEN),
    NOT_THE_MARKET(Verdict.FORBIDDEN),
    NEITHER_ORIGIN_NOR_MARKET(Verdict.FORBIDDEN),
    SETTLEMENT_EXISTS(Verdict.CONFLICT),
    SHIPMENT_OF_ANOTHER_PARTY(Verdict.CONFLICT),
    SHIPMENT_NOT_A_SALE(Verdict.CONFLICT),
    SHIPMENT_NOT_RECEIVED(Verdict.CONFLICT),
    SHIPMENT_DISPUTED(Verdict.CONFLICT),
    SHIPMENT_ALREADY_SETTLED(Verdict.CONFLICT),
    NOT_AGREED(Verdict.CONFLICT),
    ALREADY_AGREED(Verdict.CONFLICT),
    ALREADY_PAID(Verdict.CONFLICT),
    ALREADY_REVERSED(Verdict.CONFLICT),
    RETURNED_MORE_THAN_KEPT(Verdict.CONFLICT),
    NO_SHIPMENTS(Verdict.INVALID),
    SHIPMENT_TWICE(Verdict.INVALID),
    DEDUCTION_TWICE(Verdict.INVALID),
    DEDUCTION_NEITHER_FEN_NOR_BASIS_POINTS(Verdict.INVALID),
    DEDUCTION_OUT_OF_RANGE(Verdict.INVALID),
    DEDUCTIONS_ABOVE_GROSS(Verdict.INVALID),
    NO_LINES(Verdict.INVALID),
    LINE_TWICE(Verdict.INVALID),
    NOT_POSITIVE(Verdict.INVALID),
    WRONG_UNIT(Verdict.INVALID),
    AMOUNT_TOO_LARGE(Verdict.INVALID),
    TOO_LARGE(Verdict.INVALID),
    TIME_BEFORE_PREVIOUS_EVENT(Verdict.INVALID);

    private final Verdict verdict;

    SettlementRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
