package linxi.command.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** @param kept accepted − returned after sale */
    public record Line(LotId lot, ProductId product, Quantity kept, Price price) {}
}
