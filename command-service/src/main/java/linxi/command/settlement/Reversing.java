package linxi.command.settlement;

import static linxi.command.settlement.SettlementRule.TIME_BEFORE_PREVIOUS_EVENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import linxi.command.attribution.Evidence;
import linxi.command.attribution.PaidPool;
import linxi.command.settlement.SettlementCommand.ReverseSettlement;
import linxi.events.Event;
import linxi.events.LotAmount;
import linxi.events.Money;
import linxi.events.Quantity;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementEvent.SettlementReversed;
import linxi.events.ShipmentEvent.ShipmentUnsettled;
import linxi.events.ShipmentId;

/** Undoes a settlement: its shipments may settle again, and what was returned stays returned. */
final class Reversing {
    private final ReverseSettlement command;
    private final SettlementOpened opened;
    private final Map<ShipmentId, ReceivedShipment> shipments;

    Reversing(ReverseSettlement command, SettlementOpened opened, Map<ShipmentId, ReceivedShipment> shipments) {
        this.command = command;
        this.opened = opened;
        this.shipments = shipments;
    }

    /** Before the market agreed there is nothing to take back. */
    List<Event> withdraw() {
        var at = at(opened.at());
        var events = new ArrayList<Event>();
        events.add(reversed(List.of(), Money.ZERO, Money.ZERO, at));
        for (var shipment : opened.shipments()) {
            events.add(new ShipmentUnsettled(shipment, opened.origin(), opened.settlement(), List.of(), at));
        }
        return events;
    }

    List<Event> reverse(Agreed agreed, boolean paid, Evidence evidence) {
        var at = at(agreed.last());
        var income = agreed.standing().takenBack(evidence.carries());
        var events = new ArrayList<Event>();
        events.add(reversed(income.pools(), income.unattributed(), paid ? agreed.net() : Money.ZERO, at));
        for (var shipment : opened.shipments()) {
            events.add(new ShipmentUnsettled(
                    shipment, opened.origin(), opened.settlement(), returned(shipment, agreed), at));
        }
        events.addAll(new IncomeEvents(opened, at).reversed(income));
        return events;
    }

    private SettlementReversed reversed(List<PaidPool> pools, Money unattributed, Money refundDue, Instant at) {
        return new SettlementReversed(
                opened.settlement(),
                opened.origin(),
                opened.market(),
                pools.stream().map(PaidPool::pool).toList(),
                unattributed,
                refundDue,
                command.reason(),
                at);
    }

    private List<LotAmount> returned(ShipmentId shipment, Agreed agreed) {
        var returned = new ArrayList<LotAmount>();
        for (var line : opened.lines()) {
            long amount = line.quantity().amount() - agreed.kept(line);
            if (line.shipment().equals(shipment) && amount > 0) {
                returned.add(new LotAmount(
                        line.lot(), new Quantity(amount, line.quantity().unit())));
            }
        }
        return returned;
    }

    /** Unsettling is an event of each shipment too. */
    private Instant at(Instant previous) {
        var last = previous;
        for (var shipment : opened.shipments()) {
            var received = shipments.get(shipment);
            if (received != null && received.last().isAfter(last)) {
                last = received.last();
            }
        }
        return command.at().notBefore(last, TIME_BEFORE_PREVIOUS_EVENT);
    }
}
