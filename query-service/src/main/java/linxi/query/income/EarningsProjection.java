package linxi.query.income;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import linxi.events.Event;
import linxi.events.HouseholdKey;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per origin, household and day: what an event costs does not grow with what came before it. */
public final class EarningsProjection implements Projection<EarningsDocument> {
    static String id(HouseholdKey household, LocalDate day) {
        return household.value() + "/" + day;
    }

    /** It was {@code earnings} while a document held a month. */
    @Override
    public String name() {
        return "earned";
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
        var day = part.day();
        var ids = new LinkedHashSet<String>();
        part.lines().forEach(line -> ids.add(id(line.household(), day)));
        return List.copyOf(ids);
    }

    @Override
    public EarningsDocument fold(@Nullable EarningsDocument before, String id, Envelope envelope, Event event) {
        var part = requireNonNull(Part.of(event));
        var household = new HouseholdKey(id.substring(0, id.indexOf('/')));
        var lines = new ArrayList<EarnedLine>(before == null ? List.of() : before.lines());
        for (IncomeLine line : part.lines()) {
            if (line.household().equals(household)) {
                lines.add(new EarnedLine(
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
        return new EarningsDocument(household, part.origin(), part.day(), lines);
    }
}
