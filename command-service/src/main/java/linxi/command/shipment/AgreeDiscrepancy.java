package linxi.command.shipment;

import java.util.List;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.command.shipment.Outcome.Answer;
import linxi.events.Event;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.DiscrepancyAgreed;
import linxi.events.ShipmentId;

/** The origin accepts what the market found; it may do so after a dispute too. */
public record AgreeDiscrepancy(ShipmentId shipment, PartyId by, Moment moment) {
    public List<Event> decide(Shipment state) {
        var known = state.existing(shipment, "id");
        known.consignment().needOrigin(by);
        var received = known.received();
        received.needAnswerable();
        if (received.outcome().answer() == Answer.AGREED) {
            throw new Refused(ShipmentRule.ALREADY_AGREED, shipment);
        }
        return List.of(new DiscrepancyAgreed(shipment, by, received.next(moment)));
    }
}
