package linxi.command.shipment;

import linxi.command.Rule;

/** What a command on shipments may break (domain rules, "Shipment"). */
public enum ShipmentRule implements Rule {
    SHIPMENT_UNKNOWN(Verdict.NOT_FOUND),
    LOT_NOT_IN_SHIPMENT(Verdict.NOT_FOUND),

    NOT_THE_ORIGIN_OF_THE_SHIPMENT(Verdict.FORBIDDEN),
    NOT_THE_MARKET_OF_THE_SHIPMENT(Verdict.FORBIDDEN),
    /** Only the origin and the market may say so. */
    NO_SIDE_OF_THE_SHIPMENT(Verdict.FORBIDDEN),

    SHIPMENT_EXISTS(Verdict.CONFLICT),
    NOT_DISPATCHED(Verdict.CONFLICT),
    ALREADY_DISPATCHED(Verdict.CONFLICT),
    ALREADY_ARRIVED(Verdict.CONFLICT),
    ALREADY_PARTLY_RECEIVED(Verdict.CONFLICT),
    NOT_RECEIVED(Verdict.CONFLICT),
    ALREADY_RECEIVED(Verdict.CONFLICT),
    SHIPMENT_CANCELLED(Verdict.CONFLICT),
    SHIPMENT_LOST(Verdict.CONFLICT),
    SHIPMENT_REJECTED(Verdict.CONFLICT),
    /** Reverse the settlement, or return goods. */
    SHIPMENT_IN_SETTLEMENT(Verdict.CONFLICT),
    NO_DISCREPANCY(Verdict.CONFLICT),
    ALREADY_AGREED(Verdict.CONFLICT),
    ALREADY_DISPUTED(Verdict.CONFLICT),
    MORE_RETURNED_THAN_REJECTED(Verdict.CONFLICT),
    /** A correction needs stock that was shipped again, came back to the origin, or was returned after the sale. */
    STOCK_ALREADY_USED(Verdict.CONFLICT),

    /** accepted + short + rejected + lost = dispatched + over, on every line of a final receipt. */
    RECEIPT_DOES_NOT_ADD_UP(Verdict.INVALID),
    MORE_RECEIVED_THAN_DISPATCHED(Verdict.INVALID),
    /** What came beyond the dispatched quantity is part of what was accepted. */
    OVER_MORE_THAN_ACCEPTED(Verdict.INVALID),
    /** Anything not accepted, and anything over, carries the line's reason. */
    REASON_MISSING(Verdict.INVALID),
    /** A line of a SALE has a price. */
    PRICE_MISSING(Verdict.INVALID),
    /** A line of a DONATION or TRANSFER has none. */
    PRICE_ON_A_GIFT(Verdict.INVALID),
    /** A lot stands in at most one line. */
    LOT_TWICE(Verdict.INVALID),
    NO_LINES(Verdict.INVALID),
    /** At most 500 lines. */
    TOO_LARGE(Verdict.INVALID),
    TIME_RUNS_BACKWARDS(Verdict.INVALID);

    private final Verdict verdict;

    ShipmentRule(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }
}
