package linxi.command.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import linxi.command.shipment.Consignment;
import linxi.command.shipment.Outcome;
import linxi.command.shipment.Shipment;
import linxi.events.Channel;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.Price;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import org.jspecify.annotations.Nullable;

/**
 * What a settlement needs to know of a shipment.
 *
 * @param receivedOn the day of its final receipt; null before
 * @param settlement the one that it stands in
 * @param lines kept of each line after its receipts and earlier returns; empty before the final receipt or without prices
 * @param last when its last event happened
 */
public record ReceivedShipment(
        ShipmentId shipment,
        PartyId origin,
        PartyId market,
        ShipmentKind kind,
        Channel channel,
        @Nullable LocalDate receivedOn,
        boolean disputed,
        @Nullable SettlementId settlement,
        List<Line> lines,
        Instant last) {
    public ReceivedShipment {
        lines = List.copyOf(lines);
    }

    public static ReceivedShipment of(Shipment.Known shipment) {
        var outcome = shipment instanceof Shipment.Received received ? received.outcome() : null;
        var consignment = shipment.consignment();
        return new ReceivedShipment(
                consignment.shipment(),
                consignment.origin(),
                consignment.market(),
                consignment.kind(),
                consignment.channel(),
                outcome == null ? null : outcome.receivedOn(),
                outcome != null && outcome.answer() == Outcome.Answer.DISPUTED,
                outcome == null ? null : outcome.settlement(),
                outcome == null ? List.of() : lines(consignment, outcome),
                shipment.last());
    }

    private static List<Line> lines(Consignment consignment, Outcome outcome) {
        var lines = new ArrayList<Line>();
        for (var line : consignment.lines().values()) {
            var price = line.price();
            if (price != null) {
                var kept =
                        new Quantity(outcome.kept(line.lot()), line.quantity().unit());
                lines.add(new Line(line.lot(), line.product(), kept, price));
            }
        }
        return lines;
    }

    /** @param kept accepted − returned after sale */
    public record Line(LotId lot, ProductId product, Quantity kept, Price price) {}
}
