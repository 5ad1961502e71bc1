package linxi.query.income;

/** What income may be grouped by. */
public enum IncomeDimension {
    PATH,
    ORIGIN,
    PRODUCT,
    VILLAGE,
    STATUS,
    MONTH
}
