package linxi.query.sales;

import java.util.List;
import linxi.events.Event;
import linxi.events.OriginEvent;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per origin and month: what a dashboard of whole months reads instead of every day of them. */
public final class SalesMonthProjection implements Projection<SalesMonthDocument> {
    @Override
    public String name() {
        return "sales-months";
    }

    @Override
    public Class<SalesMonthDocument> type() {
        return SalesMonthDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        var day = SalesChange.day(event);
        return day == null ? List.of() : List.of(SalesProjection.month(day));
    }

    @Override
    public SalesMonthDocument fold(@Nullable SalesMonthDocument before, String id, Envelope envelope, Event event) {
        var after = before == null ? SalesMonthDocument.empty(((OriginEvent) event).origin(), id) : before;
        var change = SalesChange.of(event);
        for (var cell : change.cells()) {
            after = after.plus(cell);
        }
        return change.counted() == null ? after : after.counting(change.counted());
    }
}
