package linxi.query.sales;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import linxi.events.Event;
import linxi.events.OriginEvent;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per origin and month: sales by day, market, channel and product. */
public final class SalesProjection implements Projection<SalesDocument> {
    @Override
    public String name() {
        return "sales";
    }

    @Override
    public Class<SalesDocument> type() {
        return SalesDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        var day = SalesChange.day(event);
        return day == null ? List.of() : List.of(month(day));
    }

    @Override
    public SalesDocument fold(@Nullable SalesDocument before, String id, Envelope envelope, Event event) {
        var after = before == null ? SalesDocument.empty(((OriginEvent) event).origin(), id) : before;
        var change = SalesChange.of(event);
        for (var cell : change.cells()) {
            after = after.plus(cell);
        }
        return change.counted() == null ? after : after.counting(change.counted());
    }

    static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }
}
