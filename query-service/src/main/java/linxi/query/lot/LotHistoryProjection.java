package linxi.query.lot;

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

/** One document per lot: how it came where it is. */
public final class LotHistoryProjection implements Projection<LotHistory> {
    @Override
    public String name() {
        return "lot_history";
    }

    @Override
    public Class<LotHistory> type() {
        return LotHistory.class;
    }

    @Override
    public List<String> documents(Event event) {
        return event instanceof LotEvent lot ? List.of(lot.lot().value()) : List.of();
    }

    @Override
    public LotHistory fold(@Nullable LotHistory before, String id, Envelope envelope, Event event) {
        return LotHistory.after(
                before,
                switch ((LotEvent) event) {
                    case LotCommissioned e -> LotMoment.of(envelope, null, e.quantity(), null);
                    case LotReserved e -> LotMoment.of(envelope, e.shipment(), e.quantity(), null);
                    case LotReservationReleased e -> LotMoment.of(envelope, e.shipment(), e.quantity(), null);
                    case LotHeld e -> LotMoment.of(envelope, null, null, e.reason());
                    case LotReleased e -> LotMoment.of(envelope, null, null, e.reason());
                });
    }
}
