package linxi.command.shipment;

import java.util.List;
import linxi.command.Moment;
import linxi.command.register.Registers;
import linxi.events.Event;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.ShipmentArrived;
import linxi.events.ShipmentId;

/** The market says that it is at the gate. */
public record RecordArrival(ShipmentId shipment, PartyId by, Moment moment) {
    public List<Event> decide(Shipment state, Registers registers) {
        var known = state.existing(shipment, "id");
        known.consignment().needMarket(by);
        return switch (known) {
            case Shipment.InTransit onTheWay -> {
                registers.needActive(by, null);
                yield List.of(
                        new ShipmentArrived(shipment, onTheWay.consignment().origin(), onTheWay.next(moment)));
            }
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
