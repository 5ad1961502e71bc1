package linxi.command.shipment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import linxi.command.Moment;
import linxi.command.register.Registers;
import linxi.events.Event;
import linxi.events.LotEvent.LotReservationReleased;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.Quantity;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceivedLine;
import linxi.events.ShipmentId;
import linxi.events.Tally;

/**
 * The market says what came, in one receipt or in several that add up. What was never loaded is back in its lot at
 * once, also from a receipt that is not the final one.
 *
 * @param complete whether this is the final receipt: then every line of the shipment balances
 */
public record ConfirmReceipt(ShipmentId shipment, List<StatedLine> lines, boolean complete, PartyId by, Moment moment) {
    public ConfirmReceipt {
        lines = List.copyOf(lines);
    }

    public List<Event> decide(Shipment state, Registers registers) {
        needForm();
        var known = state.existing(shipment, "id");
        for (int i = 0; i < lines.size(); i++) {
            var _ = known.consignment().line(lines.get(i).lot(), Lines.field(i, "lot"));
        }
        known.consignment().needMarket(by);
        return switch (known) {
            case Shipment.OnTheRoad road -> {
                registers.needActive(by, null);
                yield receive(road, road.next(moment), registers);
            }
            case Shipment.Logged _, Shipment.Received _, Shipment.Cancelled _, Shipment.Lost _, Shipment.Rejected _ ->
                throw known.refusal();
        };
    }

    /** The final receipt may have nothing to add to the ones before it. */
    private void needForm() {
        if (complete) {
            Lines.needEachOnce(lines, StatedLine::lot);
        } else {
            Lines.needForm(lines, StatedLine::lot);
        }
    }

    private List<Event> receive(Shipment.OnTheRoad road, Instant at, Registers registers) {
        var consignment = road.consignment();
        var received = received(consignment, registers);
        var sums = Passage.sum(road.tallies(), received);
        for (int i = 0; i < lines.size(); i++) {
            var line = consignment.line(lines.get(i).lot(), Lines.field(i, "lot"));
            StatedLine.needNotTooMuch(line, sums.getOrDefault(line.lot(), Tally.NONE), "lines[" + i + "]");
        }
        var totals = complete ? totals(consignment, sums) : List.<LineTotal>of();
        var events = new ArrayList<Event>();
        events.add(new ReceiptConfirmed(
                shipment,
                consignment.origin(),
                by,
                consignment.kind(),
                consignment.channel(),
                received,
                complete,
                totals,
                at));
        events.addAll(neverLoaded(consignment, received, at));
        return events;
    }

    private List<ReceivedLine> received(Consignment consignment, Registers registers) {
        var received = new ArrayList<ReceivedLine>();
        for (int i = 0; i < lines.size(); i++) {
            var stated = lines.get(i);
            var product = consignment.line(stated.lot(), Lines.field(i, "lot")).product();
            var tally = stated.tally(registers.units(product, Lines.field(i, "lot")), i);
            stated.needReason(tally, i);
            received.add(new ReceivedLine(stated.lot(), tally, stated.reason()));
        }
        return received;
    }

    private static List<LineTotal> totals(Consignment consignment, Map<LotId, Tally> sums) {
        var totals = new ArrayList<LineTotal>();
        for (var line : consignment.lines().values()) {
            var total = sums.getOrDefault(line.lot(), Tally.NONE);
            StatedLine.needBalance(line, total, "lines");
            totals.add(new LineTotal(
                    line.lot(), line.product(), line.quantity(), total, consignment.gross(line, total, "lines")));
        }
        return totals;
    }

    private List<Event> neverLoaded(Consignment consignment, List<ReceivedLine> received, Instant at) {
        var released = new ArrayList<Event>();
        for (var line : received) {
            if (line.tally().shortage() > 0) {
                var unit = consignment.line(line.lot(), "lines").quantity().unit();
                var amount = new Quantity(line.tally().shortage(), unit);
                released.add(new LotReservationReleased(line.lot(), consignment.origin(), shipment, amount, at));
            }
        }
        return released;
    }
}
