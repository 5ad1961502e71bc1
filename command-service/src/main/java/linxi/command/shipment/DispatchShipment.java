package linxi.command.shipment;

import java.util.List;
import java.util.Map;
import linxi.command.Moment;
import linxi.command.lot.Lot;
import linxi.command.register.Registers;
import linxi.events.Event;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.ShipmentDispatched;
import linxi.events.ShipmentId;
import org.jspecify.annotations.Nullable;

/** The origin sends it on the road. */
public record DispatchShipment(
        ShipmentId shipment, @Nullable String vehicle, PartyId by, Moment moment) {
    public List<Event> decide(Shipment state, Map<LotId, Lot> lots, Registers registers) {
        var known = state.existing(shipment, "id");
        known.consignment().needOrigin(by);
        return switch (known) {
            case Shipment.Logged logged -> {
                registers.needActive(by, null);
                for (var lot : logged.consignment().lines().keySet()) {
                    lots.getOrDefault(lot, Lot.unknown()).existing(lot, null).needNotHeld(null);
                }
                yield List.of(new ShipmentDispatched(shipment, by, vehicle, logged.next(moment)));
            }
            case Shipment.OnTheRoad _,
                    Shipment.Received _,
                    Shipment.Cancelled _,
                    Shipment.Lost _,
                    Shipment.Rejected _ -> throw known.refusal();
        };
    }
}
