package linxi.query.screen.overview;

import java.time.Clock;
import java.time.LocalDate;
import linxi.events.BusinessDay;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The days that a dashboard is about.
 *
 * @param period null where they were named one by one
 */
record Span(@Nullable Period period, Days days) {
    /** A choice that means other days tomorrow. */
    enum Period {
        TODAY,
        MONTH,
        YEAR,
        ALL;

        Days of(LocalDate today) {
            return switch (this) {
                case TODAY -> new Days(today, today);
                case MONTH -> new Days(today.withDayOfMonth(1), today.withDayOfMonth(today.lengthOfMonth()));
                case YEAR -> new Days(today.withDayOfYear(1), today.withDayOfYear(today.lengthOfYear()));
                case ALL -> Days.ALL;
            };
        }
    }

    /** Today is what the clock says now, in Shanghai, not what it said when the page was opened first. */
    static Span of(Asked asked, Clock clock) {
        var period = asked.choice("period", Period.class);
        var days = asked.days();
        if (period == null) {
            return days.equals(Days.ALL) ? new Span(Period.ALL, days) : new Span(null, days);
        }
        if (!days.equals(Days.ALL)) {
            throw new Refused(QueryRule.BAD_VALUE, "period", period.name());
        }
        return new Span(period, period.of(BusinessDay.of(clock.instant())));
    }
}
