package linxi.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The months that lie wholly within a span of days, one after another; a roll-up by month can answer for these.
 *
 * @param from the first; null where the span has no beginning
 * @param to the last; null where it has no end
 * @param isNone where there is no such month
 */
public record Months(@Nullable YearMonth from, @Nullable YearMonth to, boolean isNone) {
    public static final Months NONE = new Months(null, null, true);

    /** As text, a later one would sort before all others. */
    private static final YearMonth LAST = YearMonth.of(9999, 12);

    public static Months wholeOf(Days days) {
        var from = days.from() == null ? null : firstWhole(days.from());
        var to = days.to() == null ? null : lastWhole(days.to());
        boolean isNone = from != null && from.isAfter(to == null ? LAST : to);
        return isNone ? NONE : new Months(from, to, false);
    }

    private static YearMonth firstWhole(LocalDate day) {
        var month = YearMonth.from(day);
        return day.getDayOfMonth() == 1 ? month : month.plusMonths(1);
    }

    private static YearMonth lastWhole(LocalDate day) {
        var month = YearMonth.from(day);
        return day.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
    }

    /** Selects them by a field such as {@code 2020-05}. */
    public Bson filter() {
        return between(from == null ? null : from.toString(), to == null ? null : to.toString());
    }

    /** What of the span lies before and behind them; all of it where there is none. */
    public List<Days> spansBeside(Days days) {
        if (isNone) {
            return List.of(days);
        }
        var beside = new ArrayList<Days>();
        if (days.from() != null && from != null && days.from().isBefore(from.atDay(1))) {
            beside.add(new Days(days.from(), from.atDay(1).minusDays(1)));
        }
        if (days.to() != null && to != null && days.to().isAfter(to.atEndOfMonth())) {
            beside.add(new Days(to.atEndOfMonth().plusDays(1), days.to()));
        }
        return beside;
    }

    private static Bson between(@Nullable String from, @Nullable String to) {
        var bounds = new BsonDocument();
        if (from != null) {
            bounds.append("$gte", new BsonString(from));
        }
        if (to != null) {
            bounds.append("$lte", new BsonString(to));
        }
        return bounds.isEmpty() ? bounds : new BsonDocument("month", bounds);
    }
}
