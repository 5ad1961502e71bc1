package linxi.query.importing;

/** What the cells of a column hold. */
public enum Content {
    ID,
    /** Several, with commas between. */
    IDS,
    DAY,
    /** In Shanghai; a day alone is its beginning. */
    TIME,
    AMOUNT,
    WHOLE,
    /** Basis points, or a percentage. */
    SHARE,
    YUAN,
    /** A unit, or a pack of the product. */
    UNIT,
    TEXT,
    SHIPMENT_KIND,
    CHANNEL,
    STATUS,
    PATH;

    /** Whether somebody's number may stand there by mistake; a number of something else may look like one. */
    boolean isText() {
        return switch (this) {
            case ID, IDS, UNIT, TEXT, SHIPMENT_KIND, CHANNEL, STATUS, PATH -> true;
            case DAY, TIME, AMOUNT, WHOLE, SHARE, YUAN -> false;
        };
    }
}
