package linxi.command.shipment;

import java.util.List;
import linxi.command.Moment;
import linxi.events.Event;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.ShipmentLost;
import linxi.events.ShipmentId;

/** Either side says that it never arrived: what was in it is gone from its lots. */
public record ReportLoss(ShipmentId shipment, String reason, PartyId by, Moment moment) {
    public List<Event> decide(Shipment state) {
        var known = state.existing(shipment, "id");
        known.consignment().needEitherSide(by);
        return switch (known) {
            case Shipment.InTransit onTheWay ->
                List.of(new ShipmentLost(shipment, onTheWay.consignment().origin(), reason, onTheWay.next(moment)));
            case Shipment.Logged _,
                    Shipment.Arrived _,
                    Shipment.PartlyReceived _,
                    Shipment.Received _,
                    Shipment.Cancelled _,
                    Shipment.Lost _,
                    Shipment.Rejected _ -> throw known.refusal();
        };
    }
}
