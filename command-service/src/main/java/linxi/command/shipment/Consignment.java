package linxi.command.shipment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import linxi.command.Refused;
import linxi.command.product.Units;
import linxi.events.Channel;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.Line;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.Tally;

/**
 * What was logged, fixed for the life of a shipment.
 *
 * @param lines by lot, in the order of logging
 */
public record Consignment(
        ShipmentId shipment,
        PartyId origin,
        PartyId market,
        ShipmentKind kind,
        Channel channel,
        SequencedMap<LotId, Line> lines) {
    public Consignment {
        lines = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lines));
    }

    static Consignment of(ShipmentLogged logged) {
        var lines = new LinkedHashMap<LotId, Line>();
        logged.lines().forEach(line -> lines.put(line.lot(), line));
        return new Consignment(
                logged.shipment(), logged.origin(), logged.market(), logged.kind(), logged.channel(), lines);
    }

    /** @throws Refused with {@code LOT_NOT_IN_SHIPMENT} */
    Line line(LotId lot, String field) {
        var line = lines.get(lot);
        if (line == null) {
            throw new Refused(ShipmentRule.LOT_NOT_IN_SHIPMENT, field, lot);
        }
        return line;
    }

    /** Accepted × price, rounded once; 0 where nothing is sold. */
    Money gross(Line line, Tally tally, String field) {
        var price = line.price();
        return price == null ? Money.ZERO : Units.gross(price, tally.accepted(), field);
    }

    void needOrigin(PartyId by) {
        if (!by.equals(origin)) {
            throw new Refused(ShipmentRule.NOT_THE_ORIGIN_OF_THE_SHIPMENT, by);
        }
    }

    void needMarket(PartyId by) {
        if (!by.equals(market)) {
            throw new Refused(ShipmentRule.NOT_THE_MARKET_OF_THE_SHIPMENT, by);
        }
    }

    void needEitherSide(PartyId by) {
        if (!by.equals(origin) && !by.equals(market)) {
            throw new Refused(ShipmentRule.NO_SIDE_OF_THE_SHIPMENT, by);
        }
    }
}
