package linxi.command.shipment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import linxi.command.shipment.Outcome.Answer;
import linxi.command.shipment.Shipment.Arrived;
import linxi.command.shipment.Shipment.Cancelled;
import linxi.command.shipment.Shipment.InTransit;
import linxi.command.shipment.Shipment.Known;
import linxi.command.shipment.Shipment.Lost;
import linxi.command.shipment.Shipment.OnTheRoad;
import linxi.command.shipment.Shipment.PartlyReceived;
import linxi.command.shipment.Shipment.Received;
import linxi.command.shipment.Shipment.Rejected;
import linxi.events.BusinessDay;
import linxi.events.LotId;
import linxi.events.ShipmentEvent;
import linxi.events.ShipmentEvent.DiscrepancyAgreed;
import linxi.events.ShipmentEvent.DiscrepancyDisputed;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentEvent.ReceivedLine;
import linxi.events.ShipmentEvent.ReturnReceived;
import linxi.events.ShipmentEvent.ShipmentArrived;
import linxi.events.ShipmentEvent.ShipmentCancelled;
import linxi.events.ShipmentEvent.ShipmentDispatched;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentEvent.ShipmentLost;
import linxi.events.ShipmentEvent.ShipmentRejected;
import linxi.events.ShipmentEvent.ShipmentSettled;
import linxi.events.ShipmentEvent.ShipmentUnsettled;
import linxi.events.Tally;

/** From one state to the next: the arrows of the state diagram. */
final class Passage {
    private Passage() {}

    static Shipment of(Known from, ShipmentEvent event) {
        var consignment = from.consignment();
        return switch (event) {
            case ShipmentLogged e -> throw new IllegalStateException("logged twice: " + e.shipment());
            case ShipmentDispatched e -> new InTransit(consignment, e.at());
            case ShipmentArrived e -> new Arrived(consignment, e.at());
            case ReceiptConfirmed e -> received(from, e);
            case ReceiptCorrected e -> with(from, e, outcome -> outcome.corrected(e.lines()));
            case DiscrepancyAgreed e -> with(from, e, outcome -> outcome.answered(Answer.AGREED));
            case DiscrepancyDisputed e -> with(from, e, outcome -> outcome.answered(Answer.DISPUTED));
            case ShipmentCancelled e -> new Cancelled(consignment, e.at());
            case ShipmentLost e -> new Lost(consignment, e.at());
            case ShipmentRejected e -> new Rejected(consignment, Map.of(), e.at());
            case ReturnReceived e -> back(from, e);
            case ShipmentSettled e -> with(from, e, outcome -> outcome.settled(e.settlement()));
            case ShipmentUnsettled e -> with(from, e, outcome -> outcome.unsettled(e.returned()));
        };
    }

    private static Shipment received(Known from, ReceiptConfirmed receipt) {
        if (!receipt.complete()) {
            var before = from instanceof OnTheRoad road ? road.tallies() : Map.<LotId, Tally>of();
            return new PartlyReceived(from.consignment(), sum(before, receipt.lines()), receipt.at());
        }
        var tallies = receipt.totals().stream().collect(Collectors.toMap(LineTotal::lot, LineTotal::tally));
        return new Received(from.consignment(), Outcome.of(tallies, BusinessDay.of(receipt.at())), receipt.at());
    }

    static Map<LotId, Tally> sum(Map<LotId, Tally> before, List<ReceivedLine> lines) {
        var sum = new HashMap<>(before);
        lines.forEach(line -> sum.merge(line.lot(), line.tally(), Tally::plus));
        return sum;
    }

    private static Shipment back(Known from, ReturnReceived event) {
        return from instanceof Rejected rejected
                ? new Rejected(from.consignment(), Outcome.sum(rejected.back(), event.lines()), event.at())
                : with(from, event, outcome -> outcome.back(event.lines()));
    }

    private static Shipment with(Known from, ShipmentEvent event, UnaryOperator<Outcome> change) {
        if (from instanceof Received received) {
            return new Received(from.consignment(), change.apply(received.outcome()), event.at());
        }
        throw new IllegalStateException(event + " before the final receipt");
    }
}
