package linxi.events;

/** A status held over a span of days; a household without one on a day counts as UNKNOWN, never as poor. */
public enum HouseholdStatus {
    REGISTERED_POOR,
    LIFTED_STABLE,
    LIFTED_UNSTABLE,
    MARGINAL,
    SUDDEN_HARDSHIP,
    ORDINARY
}
