package linxi.query.income;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.TreeMap;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per origin, day, path and product: what sums over many households are added up from. */
public final class IncomeProjection implements Projection<IncomeDocument> {
    @Override
    public String name() {
        return "income";
    }

    @Override
    public Class<IncomeDocument> type() {
        return IncomeDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        var part = Part.of(event);
        return part == null ? List.of() : List.of(part.day() + "/" + part.path() + "/" + part.product());
    }

    @Override
    public IncomeDocument fold(@Nullable IncomeDocument before, String id, Envelope envelope, Event event) {
        var part = requireNonNull(Part.of(event));
        var it = before == null
                ? new IncomeDocument(part.origin(), part.day(), part.path(), part.product(), new TreeMap<>())
                : before;
        return it.with(part.lines());
    }
}
