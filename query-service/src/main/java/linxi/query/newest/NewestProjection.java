package linxi.query.newest;

import java.util.List;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import linxi.query.income.UnattributedProjection;
import linxi.query.sales.SalesChange;
import org.jspecify.annotations.Nullable;

/** One small document per origin, so that a dashboard knows how old it is without looking for the end of a list. */
public final class NewestProjection implements Projection<NewestDocument> {
    private static final String ID = "figures";

    @Override
    public String name() {
        return "newest";
    }

    @Override
    public Class<NewestDocument> type() {
        return NewestDocument.class;
    }

    /** What households get comes with the agreement, return or reversal that is counted already. */
    @Override
    public List<String> documents(Event event) {
        boolean changes = SalesChange.day(event) != null || UnattributedProjection.unattributed(event) != null;
        return changes ? List.of(ID) : List.of();
    }

    @Override
    public NewestDocument fold(@Nullable NewestDocument before, String id, Envelope envelope, Event event) {
        return new NewestDocument(envelope.at(), envelope.recordedAt(), envelope.position());
    }
}
