package linxi.query.income;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.TreeMap;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per origin, month and product: what a dashboard of whole months reads instead of every day of them. */
public final class IncomeMonthProjection implements Projection<IncomeMonthDocument> {
    @Override
    public String name() {
        return "income-months";
    }

    @Override
    public Class<IncomeMonthDocument> type() {
        return IncomeMonthDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        var part = Part.of(event);
        return part == null ? List.of() : List.of(part.month() + "/" + part.product());
    }

    @Override
    public IncomeMonthDocument fold(@Nullable IncomeMonthDocument before, String id, Envelope envelope, Event event) {
        var part = requireNonNull(Part.of(event));
        var it = before == null
                ? new IncomeMonthDocument(part.origin(), part.month(), part.product(), new TreeMap<>())
                : before;
        return it.with(part.lines());
    }
}
