package linxi.query.income;

import linxi.events.HouseholdStatus;
import org.jspecify.annotations.Nullable;

/** The status of a household on a day, as income is counted by it. */
public enum CountedStatus {
    REGISTERED_POOR,
    LIFTED_STABLE,
    LIFTED_UNSTABLE,
    MARGINAL,
    SUDDEN_HARDSHIP,
    ORDINARY,
    UNKNOWN;

    public static CountedStatus of(@Nullable HouseholdStatus status) {
        return status == null ? UNKNOWN : valueOf(status.name());
    }
}
