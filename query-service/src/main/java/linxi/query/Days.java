package linxi.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A span of business days, both ends included; either may be open. */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
    public static final Days ALL = new Days(null, null);

    /** Longer spans are shown by month. */
    private static final long MOST_DAILY = 62;

    /** @throws Refused where {@code from} is after {@code to} */
    public Days {
        if (from != null && to != null && from.isAfter(to)) {
            throw new Refused(QueryRule.FROM_AFTER_TO, "from", from.toString());
        }
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether they are few enough to be shown day by day. */
    public boolean areDaily() {
        return from != null && to != null && ChronoUnit.DAYS.between(from, to) < MOST_DAILY;
    }
}
