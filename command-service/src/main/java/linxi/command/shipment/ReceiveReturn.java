package linxi.command.shipment;

import java.util.ArrayList;
import java.util.List;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.command.register.Registers;
import linxi.events.Entered;
import linxi.events.Event;
import linxi.events.LotAmount;
import linxi.events.LotEvent.LotReservationReleased;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.Quantity;
import linxi.events.ShipmentEvent.Line;
import linxi.events.ShipmentEvent.ReturnReceived;
import linxi.events.ShipmentId;

/** The origin has rejected goods back, wholly or in parts: the quantity is in its lots again. */
public record ReceiveReturn(ShipmentId shipment, List<Returned> lines, PartyId by, Moment moment) {
    public ReceiveReturn {
        lines = List.copyOf(lines);
    }

    /** How much of a lot came back, as it was stated. */
    public record Returned(LotId lot, Entered quantity) {}

    public List<Event> decide(Shipment state, Registers registers) {
        Lines.needForm(lines, Returned::lot);
        var known = state.existing(shipment, "id");
        for (int i = 0; i < lines.size(); i++) {
            var _ = known.consignment().line(lines.get(i).lot(), Lines.field(i, "lot"));
        }
        known.consignment().needOrigin(by);
        return switch (known) {
            case Shipment.Rejected _, Shipment.Received _ -> back(known, registers);
            case Shipment.Logged _, Shipment.OnTheRoad _ -> throw new Refused(ShipmentRule.NOT_RECEIVED, shipment);
            case Shipment.Cancelled _, Shipment.Lost _ -> throw known.refusal();
        };
    }

    private List<Event> back(Shipment.Known known, Registers registers) {
        var at = known.next(moment);
        var back = new ArrayList<LotAmount>();
        for (int i = 0; i < lines.size(); i++) {
            var returned = lines.get(i);
            var line = known.consignment().line(returned.lot(), Lines.field(i, "lot"));
            var units = registers.units(line.product(), Lines.field(i, "lot"));
            var quantity = units.quantity(returned.quantity(), Lines.field(i, "quantity"));
            long away = away(known, line);
            if (quantity.amount() > away) {
                throw Refused.of(
                        ShipmentRule.MORE_RETURNED_THAN_REJECTED,
                        Lines.field(i, "quantity"),
                        new Quantity(away, quantity.unit()));
            }
            back.add(new LotAmount(returned.lot(), quantity));
        }
        var events = new ArrayList<Event>();
        events.add(new ReturnReceived(shipment, by, back, at));
        back.forEach(line -> events.add(new LotReservationReleased(line.lot(), by, shipment, line.quantity(), at)));
        return events;
    }

    /** Rejected and not yet back, in base units. */
    private static long away(Shipment.Known known, Line line) {
        return switch (known) {
            case Shipment.Rejected rejected -> line.quantity().amount() - rejected.back(line.lot());
            case Shipment.Received received ->
                received.outcome().tally(line.lot()).rejected()
                        - received.outcome().back(line.lot());
            case Shipment.Logged _, Shipment.OnTheRoad _, Shipment.Cancelled _, Shipment.Lost _ -> 0;
        };
    }
}
