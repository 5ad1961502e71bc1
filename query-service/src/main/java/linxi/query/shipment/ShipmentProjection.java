package linxi.query.shipment;

import static java.util.Objects.requireNonNull;

import java.util.List;
import linxi.events.Event;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.events.ShipmentEvent;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per shipment, with everything that the API says of it. */
public final class ShipmentProjection implements Projection<ShipmentDocument> {
    @Override
    public String name() {
        return "shipment";
    }

    @Override
    public Class<ShipmentDocument> type() {
        return ShipmentDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return switch (event) {
            case ShipmentEvent e -> List.of(e.shipment().value());
            case GoodsReturned e ->
                e.lines().stream()
                        .map(line -> line.shipment().value())
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    @Override
    public ShipmentDocument fold(@Nullable ShipmentDocument before, String id, Envelope envelope, Event event) {
        var moment = ShipmentMoment.of(envelope);
        return switch (event) {
            case ShipmentLogged e -> ShipmentDocument.of(e, moment.lines(ShipmentHistory.logged(e)));
            case ShipmentEvent e -> ShipmentFold.after(requireNonNull(before), e, moment);
            case GoodsReturned e -> returned(requireNonNull(before), e, moment);
            default -> throw new IllegalArgumentException(envelope.name());
        };
    }

    private static ShipmentDocument returned(ShipmentDocument before, GoodsReturned event, ShipmentMoment moment) {
        ShipmentId shipment = before.id();
        var after = before;
        for (ReturnedLine line : event.lines()) {
            if (line.shipment().equals(shipment)) {
                after = after.line(line.lot(), it -> it.returned(line.quantity().amount()));
            }
        }
        return after.then(moment.settlement(event.settlement())
                .reason(event.reason())
                .lines(ShipmentHistory.returned(event, shipment)));
    }
}
