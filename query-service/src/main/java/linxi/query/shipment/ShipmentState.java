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
    REJECTED
}
