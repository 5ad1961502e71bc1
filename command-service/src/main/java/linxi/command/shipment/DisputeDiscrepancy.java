package linxi.command.shipment;

import java.util.List;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.command.shipment.Outcome.Answer;
import linxi.events.Event;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.DiscrepancyDisputed;
import linxi.events.ShipmentId;

/** The origin contests what the market found: not to be settled until agreed or corrected. */
public record DisputeDiscrepancy(ShipmentId shipment, String reason, PartyId by, Moment moment) {
    public List<Event> decide(Shipment state) {
        var known = state.existing(shipment, "id");
        known.consignment().needOrigin(by);
        var received = known.received();
        received.needAnswerable();
        if (received.outcome().answer() == Answer.DISPUTED) {
            throw new Refused(ShipmentRule.ALREADY_DISPUTED, shipment);
        }
        return List.of(new DiscrepancyDisputed(shipment, by, reason, received.next(moment)));
    }
}
