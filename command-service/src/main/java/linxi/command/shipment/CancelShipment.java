package linxi.command.shipment;

import java.util.ArrayList;
import java.util.List;
import linxi.command.Moment;
import linxi.events.Event;
import linxi.events.LotEvent.LotReservationReleased;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.ShipmentCancelled;
import linxi.events.ShipmentId;

/** The origin calls it off before it leaves; its lots have their stock back at once. */
public record CancelShipment(ShipmentId shipment, String reason, PartyId by, Moment moment) {
    public List<Event> decide(Shipment state) {
        var known = state.existing(shipment, "id");
        known.consignment().needOrigin(by);
        return switch (known) {
            case Shipment.Logged logged -> cancel(logged);
            case Shipment.OnTheRoad _,
                    Shipment.Received _,
                    Shipment.Cancelled _,
                    Shipment.Lost _,
                    Shipment.Rejected _ -> throw known.refusal();
        };
    }

    private List<Event> cancel(Shipment.Logged logged) {
        var at = logged.next(moment);
        var events = new ArrayList<Event>();
        events.add(new ShipmentCancelled(shipment, by, reason, at));
        for (var line : logged.consignment().lines().values()) {
            events.add(new LotReservationReleased(line.lot(), by, shipment, line.quantity(), at));
        }
        return events;
    }
}
