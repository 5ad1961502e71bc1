package linxi.query.income;

import java.util.List;
import linxi.events.CarryEvent.CarryMoved;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per agreement and path: how far payments are from the exact entitlements. */
public final class CarryProjection implements Projection<CarryDocument> {
    @Override
    public String name() {
        return "carry";
    }

    @Override
    public Class<CarryDocument> type() {
        return CarryDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return event instanceof CarryMoved moved ? List.of(moved.agreement() + "/" + moved.path()) : List.of();
    }

    @Override
    public CarryDocument fold(@Nullable CarryDocument before, String id, Envelope envelope, Event event) {
        return (before == null ? CarryDocument.NONE : before).moved(((CarryMoved) event).carries());
    }
}
