package linxi.events;

/** The six entries (六进) through which produce reaches its eaters, and OTHER. */
public enum Channel {
    SUPERMARKET,
    RESTAURANT,
    GOVERNMENT_CANTEEN,
    ENTERPRISE_CANTEEN,
    SCHOOL_CANTEEN,
    RESIDENTS,
    OTHER
}
