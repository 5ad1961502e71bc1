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
    DAY;

    /** Whether whole months, by product, hold all that it asks for. */
    boolean isMonthly() {
        return switch (this) {
            case PRODUCT, BRAND, ORIGIN, MONTH -> true;
            case MARKET, REGION, CHANNEL, DAY -> false;
        };
    }
}
