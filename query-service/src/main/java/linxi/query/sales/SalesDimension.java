package linxi.query.sales;

/** What sales may be grouped by. */
public enum SalesDimension {
    PRODUCT,
    BRAND,
    MARKET,
    REGION,
    CHANNEL,
    ORIGIN,
    MONTH,
    DAY
}
