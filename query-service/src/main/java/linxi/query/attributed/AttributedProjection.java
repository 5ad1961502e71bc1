package linxi.query.attributed;

import java.util.List;
import linxi.events.BusinessDay;
import linxi.events.Event;
import linxi.events.SettlementEvent;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import linxi.query.income.Part;
import linxi.query.income.UnattributedProjection;
import org.jspecify.annotations.Nullable;

/** One document per settlement and day on which it changed income: of its agreement, of a return, of its reversal. */
public final class AttributedProjection implements Projection<AttributedDocument> {
    @Override
    public String name() {
        return "attributed";
    }

    @Override
    public Class<AttributedDocument> type() {
        return AttributedDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        var toNobody = UnattributedProjection.unattributed(event);
        boolean changes = Part.of(event) != null || (toNobody != null && toNobody.fen() != 0);
        return changes && event instanceof SettlementEvent e
                ? List.of(e.settlement().value() + "/" + BusinessDay.of(e.at()))
                : List.of();
    }

    @Override
    public AttributedDocument fold(@Nullable AttributedDocument before, String id, Envelope envelope, Event event) {
        var of = (SettlementEvent) event;
        var it = before == null
                ? new AttributedDocument(
                        of.settlement(),
                        of.origin(),
                        BusinessDay.of(of.at()),
                        List.of(),
                        0,
                        of.at(),
                        envelope.position())
                : before;
        var part = Part.of(event);
        if (part != null) {
            long fen = part.lines().stream().mapToLong(line -> line.fen()).reduce(0, Math::addExact);
            return it.with(new AttributedDocument.Line(part.path(), part.product(), fen));
        }
        var toNobody = UnattributedProjection.unattributed(event);
        return toNobody == null ? it : it.toNobody(toNobody.fen());
    }
}
