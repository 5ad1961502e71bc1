package linxi.events;

/** A SALE earns money, a DONATION counts in donated volume only, a TRANSFER nowhere. */
public enum ShipmentKind {
    SALE,
    DONATION,
    TRANSFER
}
