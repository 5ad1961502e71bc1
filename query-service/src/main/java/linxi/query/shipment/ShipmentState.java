package linxi.query.shipment;

/** Where a shipment stands (domain rules, "Shipment"). */
public enum ShipmentState {
    LOGGED,
    IN_TRANSIT,
    ARRIVED,
    PARTLY_RECEIVED,
    RECEIVED,
    RECEIVED_WITH_DISCREPANCY,
    CANCELLED,
    LOST,
    REJECTED;

    /** Whether it has been dispatched, and the market has not said its last word. */
    public boolean isUnderWay() {
        return switch (this) {
            case IN_TRANSIT, ARRIVED, PARTLY_RECEIVED -> true;
            case LOGGED, RECEIVED, RECEIVED_WITH_DISCREPANCY, CANCELLED, LOST, REJECTED -> false;
        };
    }
}
