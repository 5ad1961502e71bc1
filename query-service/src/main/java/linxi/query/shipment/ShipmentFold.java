package linxi.query.shipment;

import linxi.events.BusinessDay;
import linxi.events.LotAmount;
import linxi.events.ShipmentEvent;
import linxi.events.ShipmentEvent.DiscrepancyAgreed;
import linxi.events.ShipmentEvent.DiscrepancyDisputed;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceiptCorrected;
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
import linxi.query.shipment.ShipmentDocument.Answer;

/** What each later event of a shipment changes in its document. */
final class ShipmentFold {
    private ShipmentFold() {}

    static ShipmentDocument after(ShipmentDocument it, ShipmentEvent event, ShipmentMoment moment) {
        return switch (event) {
            case ShipmentLogged e -> ShipmentDocument.of(e, moment.lines(ShipmentHistory.logged(e)));
            case ShipmentDispatched e ->
                it.now(ShipmentState.IN_TRANSIT).inVehicle(e.vehicle()).then(moment.vehicle(e.vehicle()));
            case ShipmentArrived _ -> it.now(ShipmentState.ARRIVED).then(moment);
            case ReceiptConfirmed e -> received(it, e, moment);
            case ReceiptCorrected e -> corrected(it, e, moment);
            case DiscrepancyAgreed _ -> it.answered(Answer.AGREED).then(moment);
            case DiscrepancyDisputed e -> it.answered(Answer.DISPUTED).then(moment.reason(e.reason()));
            case ShipmentCancelled e -> it.now(ShipmentState.CANCELLED).then(moment.reason(e.reason()));
            case ShipmentLost e ->
                it.now(ShipmentState.LOST)
                        .lines(line ->
                                line.with(new Tally(0, 0, 0, line.dispatched().amount(), 0), e.reason()))
                        .then(moment.reason(e.reason()));
            case ShipmentRejected e ->
                it.now(ShipmentState.REJECTED)
                        .lines(line ->
                                line.with(new Tally(0, 0, line.dispatched().amount(), 0, 0), e.reason()))
                        .then(moment.reason(e.reason()));
            case ReturnReceived e -> broughtBack(it, e, moment);
            case ShipmentSettled e -> it.settledIn(e.settlement()).then(moment.settlement(e.settlement()));
            case ShipmentUnsettled e -> it.settledIn(null).then(moment.settlement(e.settlement()));
        };
    }

    private static ShipmentDocument received(ShipmentDocument it, ReceiptConfirmed event, ShipmentMoment moment) {
        var after = it;
        for (var line : event.lines()) {
            after = after.line(line.lot(), was -> was.with(was.tally().plus(line.tally()), line.reason()));
        }
        if (event.complete()) {
            boolean differs = false;
            for (var total : event.totals()) {
                after = after.line(total.lot(), was -> was.with(total.tally(), null));
                differs |= total.tally().isDiscrepancy();
            }
            after = after.now(received(differs)).receivedOn(BusinessDay.of(event.at()));
        } else {
            after = after.now(ShipmentState.PARTLY_RECEIVED);
        }
        return after.then(moment.complete(event.complete()).lines(ShipmentHistory.received(event, it::unitOf)));
    }

    private static ShipmentDocument corrected(ShipmentDocument it, ReceiptCorrected event, ShipmentMoment moment) {
        var after = it;
        for (var line : event.lines()) {
            after = after.line(line.lot(), was -> was.with(line.after(), line.reason()));
        }
        return after.now(received(event.discrepancy()))
                .answered(null)
                .then(moment.reason(event.reason()).lines(ShipmentHistory.corrected(event)));
    }

    private static ShipmentState received(boolean discrepancy) {
        return discrepancy ? ShipmentState.RECEIVED_WITH_DISCREPANCY : ShipmentState.RECEIVED;
    }

    private static ShipmentDocument broughtBack(ShipmentDocument it, ReturnReceived event, ShipmentMoment moment) {
        var after = it;
        for (LotAmount line : event.lines()) {
            after = after.line(
                    line.lot(), was -> was.broughtBack(line.quantity().amount()));
        }
        return after.then(moment.lines(ShipmentHistory.amounts(event.lines())));
    }
}
