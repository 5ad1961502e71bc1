package linxi.events;

/** What may be taken off the gross of a settlement, each at most once. */
public enum DeductionKind {
    FREIGHT,
    PACKING,
    MARKET_FEE,
    COOPERATIVE_FEE,
    OTHER
}
