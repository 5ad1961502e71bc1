package linxi.query.lot;

import static java.util.Objects.requireNonNull;

import java.util.List;
import linxi.events.Event;
import linxi.events.LotEvent;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotEvent.LotReleased;
import linxi.events.LotEvent.LotReservationReleased;
import linxi.events.LotEvent.LotReserved;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per lot. */
public final class LotProjection implements Projection<LotDocument> {
    @Override
    public String name() {
        return "lot";
    }

    @Override
    public Class<LotDocument> type() {
        return LotDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return event instanceof LotEvent lot ? List.of(lot.lot().value()) : List.of();
    }

    @Override
    public LotDocument fold(@Nullable LotDocument before, String id, Envelope envelope, Event event) {
        return switch ((LotEvent) event) {
            case LotCommissioned e -> LotDocument.of(e, envelope.position());
            case LotReserved e ->
                requireNonNull(before).moved(e.shipment(), e.quantity().amount());
            case LotReservationReleased e ->
                requireNonNull(before).moved(e.shipment(), -e.quantity().amount());
            case LotHeld e -> requireNonNull(before).held(e.reason());
            case LotReleased _ -> requireNonNull(before).held(null);
        };
    }
}
