package linxi.command.shipment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.command.lot.Lot;
import linxi.command.lot.LotRule;
import linxi.command.product.Quoted;
import linxi.command.product.Units;
import linxi.command.register.Registers;
import linxi.events.Channel;
import linxi.events.Entered;
import linxi.events.Event;
import linxi.events.LotEvent.LotReserved;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.Price;
import linxi.events.ShipmentEvent.Line;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import org.jspecify.annotations.Nullable;

/** The origin puts lots together for a market; their stock is taken in the same commit. */
public record LogShipment(
        ShipmentId shipment,
        ShipmentKind kind,
        PartyId origin,
        PartyId market,
        Channel channel,
        List<Asked> lines,
        PartyId by,
        Moment moment) {
    public LogShipment {
        lines = List.copyOf(lines);
    }

    /** One lot, how much of it, and at which price, as it was stated. */
    public record Asked(
            LotId lot, Entered quantity, @Nullable Quoted price) {}

    public List<Event> decide(Shipment state, Map<LotId, Lot> lots, Registers registers) {
        Lines.needForm(lines, Asked::lot);
        needPricesOnSalesOnly();
        registers.needParty(origin, "origin");
        registers.needParty(market, "market");
        var found = new ArrayList<Lot.Commissioned>();
        for (int i = 0; i < lines.size(); i++) {
            var lot = lines.get(i).lot();
            found.add(lots.getOrDefault(lot, Lot.unknown()).existing(lot, Lines.field(i, "lot")));
        }
        if (!by.equals(origin)) {
            throw new Refused(ShipmentRule.NOT_THE_ORIGIN_OF_THE_SHIPMENT, "origin", origin);
        }
        return switch (state) {
            case Shipment.Known _ -> throw new Refused(ShipmentRule.SHIPMENT_EXISTS, "id", shipment);
            case Shipment.Unknown _ -> {
                registers.needActive(origin, "origin");
                registers.needActive(market, "market");
                needOwnLotsNotHeld(found);
                yield log(found, registers);
            }
        };
    }

    private void needPricesOnSalesOnly() {
        for (int i = 0; i < lines.size(); i++) {
            var price = lines.get(i).price();
            if (kind == ShipmentKind.SALE && price == null) {
                throw new Refused(ShipmentRule.PRICE_MISSING, Lines.field(i, "price"), null);
            }
            if (kind != ShipmentKind.SALE && price != null) {
                throw new Refused(ShipmentRule.PRICE_ON_A_GIFT, Lines.field(i, "price"), price.fen());
            }
        }
    }

    private void needOwnLotsNotHeld(List<Lot.Commissioned> found) {
        for (int i = 0; i < found.size(); i++) {
            var lot = found.get(i);
            if (!lot.origin().equals(origin)) {
                throw new Refused(LotRule.LOT_OF_ANOTHER_ORIGIN, Lines.field(i, "lot"), lot.lot());
            }
            lot.needNotHeld(Lines.field(i, "lot"));
        }
    }

    private List<Event> log(List<Lot.Commissioned> found, Registers registers) {
        var logged = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            var product = found.get(i).product();
            var units = registers.units(product, Lines.field(i, "lot"));
            var asked = lines.get(i);
            var quantity = units.quantity(asked.quantity(), Lines.field(i, "quantity"));
            var price = price(units, asked.price(), quantity.amount(), Lines.field(i, "price"));
            logged.add(new Line(asked.lot(), product, quantity, Units.asWritten(asked.quantity()), price));
        }
        var reserved = new ArrayList<LotReserved>();
        for (int i = 0; i < lines.size(); i++) {
            var quantity = logged.get(i).quantity();
            reserved.add(found.get(i).reserve(shipment, quantity, moment.at(), Lines.field(i, "quantity")));
        }
        var events = new ArrayList<Event>();
        events.add(new ShipmentLogged(shipment, origin, market, kind, channel, logged, moment.at()));
        events.addAll(reserved);
        return events;
    }

    private static @Nullable Price price(Units units, @Nullable Quoted asked, long amount, String field) {
        if (asked == null) {
            return null;
        }
        var price = units.price(asked.fen(), asked.per(), field);
        var _ = Units.gross(price, amount, field);
        return price;
    }
}
