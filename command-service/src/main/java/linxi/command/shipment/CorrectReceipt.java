package linxi.command.shipment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.command.lot.Lot;
import linxi.command.register.Registers;
import linxi.events.Event;
import linxi.events.LotEvent.LotReservationReleased;
import linxi.events.LotEvent.LotReserved;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.Quantity;
import linxi.events.ShipmentEvent.CorrectedLine;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentId;

/**
 * The market corrects its word after the final receipt: new totals of the lots that change. Both words stay visible,
 * the day of the final receipt stays, and whatever the origin answered to the old word is void.
 */
public record CorrectReceipt(ShipmentId shipment, List<StatedLine> lines, String reason, PartyId by, Moment moment) {
    public CorrectReceipt {
        lines = List.copyOf(lines);
    }

    public List<Event> decide(Shipment state, Map<LotId, Lot> lots, Registers registers) {
        Lines.needForm(lines, StatedLine::lot);
        var known = state.existing(shipment, "id");
        for (int i = 0; i < lines.size(); i++) {
            var _ = known.consignment().line(lines.get(i).lot(), Lines.field(i, "lot"));
        }
        known.consignment().needMarket(by);
        var received = known.received();
        received.needNotInSettlement();
        var at = received.next(moment);
        var corrected = corrected(received, registers);
        var stock = new ArrayList<Event>();
        for (int i = 0; i < corrected.size(); i++) {
            needNothingUsed(received.outcome(), corrected.get(i), i);
            stock.addAll(stock(corrected.get(i), lots, received.consignment().origin(), at, i));
        }
        return events(received, corrected, stock, at);
    }

    private List<CorrectedLine> corrected(Shipment.Received received, Registers registers) {
        var consignment = received.consignment();
        var corrected = new ArrayList<CorrectedLine>();
        for (int i = 0; i < lines.size(); i++) {
            var stated = lines.get(i);
            var line = consignment.line(stated.lot(), Lines.field(i, "lot"));
            var before = received.outcome().tally(line.lot());
            var after = stated.tally(registers.units(line.product(), Lines.field(i, "lot")), i);
            stated.needReason(after, i);
            StatedLine.needBalance(line, after, "lines[" + i + "]");
            corrected.add(new CorrectedLine(
                    line.lot(),
                    line.product(),
                    line.quantity().unit(),
                    before,
                    after,
                    consignment.gross(line, before, Lines.field(i, "accepted")),
                    consignment.gross(line, after, Lines.field(i, "accepted")),
                    stated.reason()));
        }
        return corrected;
    }

    private static void needNothingUsed(Outcome outcome, CorrectedLine line, int i) {
        if (line.after().accepted() < outcome.returned(line.lot())) {
            throw new Refused(ShipmentRule.STOCK_ALREADY_USED, Lines.field(i, "accepted"), line.lot());
        }
        if (line.after().rejected() < outcome.back(line.lot())) {
            throw new Refused(ShipmentRule.STOCK_ALREADY_USED, Lines.field(i, "rejected"), line.lot());
        }
    }

    /** More short than was said: back in the lot. Less short: taken from it again, where it still is. */
    private List<Event> stock(CorrectedLine line, Map<LotId, Lot> lots, PartyId origin, Instant at, int i) {
        long more = line.after().shortage() - line.before().shortage();
        if (more == 0) {
            return List.of();
        }
        var amount = new Quantity(Math.abs(more), line.unit());
        if (more > 0) {
            return List.of(new LotReservationReleased(line.lot(), origin, shipment, amount, at));
        }
        var lot = lots.getOrDefault(line.lot(), Lot.unknown()).existing(line.lot(), Lines.field(i, "lot"));
        if (amount.amount() > lot.left().amount()) {
            throw new Refused(ShipmentRule.STOCK_ALREADY_USED, Lines.field(i, "short"), line.lot());
        }
        return List.of(new LotReserved(line.lot(), origin, shipment, amount, at));
    }

    private List<Event> events(
            Shipment.Received received, List<CorrectedLine> corrected, List<Event> stock, Instant at) {
        var consignment = received.consignment();
        var events = new ArrayList<Event>();
        events.add(new ReceiptCorrected(
                shipment,
                consignment.origin(),
                by,
                consignment.kind(),
                consignment.channel(),
                corrected,
                received.outcome().receivedOn(),
                received.outcome().corrected(corrected).discrepancy(),
                reason,
                at));
        events.addAll(stock);
        return events;
    }
}
