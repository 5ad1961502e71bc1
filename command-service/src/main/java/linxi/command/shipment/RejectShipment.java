package linxi.command.shipment;

import java.util.List;
import linxi.command.Moment;
import linxi.events.Event;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.ShipmentRejected;
import linxi.events.ShipmentId;

/** The market takes nothing of it; the goods come back to their lots when the origin has them again. */
public record RejectShipment(ShipmentId shipment, String reason, PartyId by, Moment moment) {
    public List<Event> decide(Shipment state) {
        var known = state.existing(shipment, "id");
        known.consignment().needMarket(by);
        return switch (known) {
            case Shipment.InTransit _, Shipment.Arrived _ ->
                List.of(new ShipmentRejected(shipment, known.consignment().origin(), reason, known.next(moment)));
            case Shipment.Logged _,
                    Shipment.PartlyReceived _,
                    Shipment.Received _,
                    Shipment.Cancelled _,
                    Shipment.Lost _,
                    Shipment.Rejected _ -> throw known.refusal();
        };
    }
}
