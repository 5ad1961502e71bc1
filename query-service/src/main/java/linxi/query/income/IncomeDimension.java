package linxi.query.income;

/** What income may be grouped by. */
public enum IncomeDimension {
    PATH,
    ORIGIN,
    PRODUCT,
    VILLAGE,
    STATUS,
    MONTH;

    /** Whether whole months, by product, hold all that it asks for. */
    boolean isMonthly() {
        return switch (this) {
            case ORIGIN, PRODUCT, VILLAGE, MONTH -> true;
            case PATH, STATUS -> false;
        };
    }
}
