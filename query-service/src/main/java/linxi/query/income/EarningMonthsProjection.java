package linxi.query.income;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import linxi.events.Event;
import linxi.events.HouseholdKey;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per origin and household, seldom written: tells a reader which days to ask {@link EarningsProjection} for. */
public final class EarningMonthsProjection implements Projection<EarningMonthsDocument> {
    @Override
    public String name() {
        return "earningMonths";
    }

    @Override
    public Class<EarningMonthsDocument> type() {
        return EarningMonthsDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        var part = Part.of(event);
        if (part == null) {
            return List.of();
        }
        var ids = new LinkedHashSet<String>();
        part.lines().forEach(line -> ids.add(line.household().value()));
        return List.copyOf(ids);
    }

    @Override
    public EarningMonthsDocument fold(
            @Nullable EarningMonthsDocument before, String id, Envelope envelope, Event event) {
        var part = requireNonNull(Part.of(event));
        var it = before == null
                ? new EarningMonthsDocument(new HouseholdKey(id), part.origin(), new TreeSet<>())
                : before;
        return it.with(part.month());
    }
}
