package linxi.query.income;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import linxi.events.Event;
import linxi.events.HouseholdKey;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per origin, household and month. */
public final class EarningsProjection implements Projection<EarningsDocument> {
    private static String id(HouseholdKey household, String month) {
        return household.value() + "/" + month;
    }

    @Override
    public String name() {
        return "earnings";
    }

    @Override
    public Class<EarningsDocument> type() {
        return EarningsDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        var part = Part.of(event);
        if (part == null) {
            return List.of();
        }
        var month = part.month();
        var ids = new LinkedHashSet<String>();
        part.lines().forEach(line -> ids.add(id(line.household(), month)));
        return List.copyOf(ids);
    }

    @Override
    public EarningsDocument fold(@Nullable EarningsDocument before, String id, Envelope envelope, Event event) {
        var part = requireNonNull(Part.of(event));
        var household = new HouseholdKey(id.substring(0, id.indexOf('/')));
        var it = before == null
                ? new EarningsDocument(household, part.origin(), part.month(), new ArrayList<>())
                : before;
        for (IncomeLine line : part.lines()) {
            if (line.household().equals(household)) {
                it = it.with(new EarnedLine(
                        part.settlement(),
                        part.agreement(),
                        part.version(),
                        part.product(),
                        part.path(),
                        part.at(),
                        line.fen(),
                        line.entitlement(),
                        envelope.position()));
            }
        }
        return it;
    }
}
