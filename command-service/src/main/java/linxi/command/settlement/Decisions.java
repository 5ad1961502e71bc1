package linxi.command.settlement;

import static linxi.command.settlement.SettlementRule.ALREADY_AGREED;
import static linxi.command.settlement.SettlementRule.ALREADY_PAID;
import static linxi.command.settlement.SettlementRule.ALREADY_REVERSED;
import static linxi.command.settlement.SettlementRule.LINE_NOT_IN_SETTLEMENT;
import static linxi.command.settlement.SettlementRule.NEITHER_ORIGIN_NOR_MARKET;
import static linxi.command.settlement.SettlementRule.NOT_AGREED;
import static linxi.command.settlement.SettlementRule.NOT_THE_MARKET;
import static linxi.command.settlement.SettlementRule.NOT_THE_ORIGIN;
import static linxi.command.settlement.SettlementRule.SETTLEMENT_EXISTS;
import static linxi.command.settlement.SettlementRule.TIME_BEFORE_PREVIOUS_EVENT;
import static linxi.command.settlement.SettlementRule.UNKNOWN_SETTLEMENT;
import static linxi.command.settlement.SettlementRule.UNKNOWN_SHIPMENT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.command.Refused;
import linxi.command.attribution.Evidence;
import linxi.command.settlement.Settlement.Open;
import linxi.command.settlement.Settlement.Paid;
import linxi.command.settlement.Settlement.Reversed;
import linxi.command.settlement.Settlement.Shared;
import linxi.command.settlement.Settlement.Unknown;
import linxi.command.settlement.SettlementCommand.AgreeSettlement;
import linxi.command.settlement.SettlementCommand.OpenSettlement;
import linxi.command.settlement.SettlementCommand.PaySettlement;
import linxi.command.settlement.SettlementCommand.ReturnGoods;
import linxi.command.settlement.SettlementCommand.ReverseSettlement;
import linxi.events.Event;
import linxi.events.PartyId;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.SettlementEvent.SettledLine;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementEvent.SettlementPaid;
import linxi.events.ShipmentEvent.ShipmentSettled;
import linxi.events.ShipmentId;

/**
 * Judges settlement commands in the order existence, right, state, rule; each answer is one commit.
 *
 * <p>Every method throws {@link Refused} with a {@link SettlementRule}.
 */
public final class Decisions {
    private Decisions() {}

    /** @param shipments those of the command that exist */
    public static List<Event> open(
            OpenSettlement command, Settlement settlement, Map<ShipmentId, ReceivedShipment> shipments) {
        var found = find(command, shipments);
        if (!(settlement instanceof Unknown)) {
            throw new Refused(SETTLEMENT_EXISTS, "id", command.settlement());
        }
        var opened = new Opening(command, found).decide();
        var events = new ArrayList<Event>();
        events.add(opened);
        for (var shipment : opened.shipments()) {
            events.add(new ShipmentSettled(shipment, opened.origin(), opened.settlement(), opened.at()));
        }
        return events;
    }

    /** What opening needs to know before it can be previewed; refuses whatever opening would refuse. */
    public static SettlementOpened wouldOpen(OpenSettlement command, Map<ShipmentId, ReceivedShipment> shipments) {
        return new Opening(command, find(command, shipments)).decide();
    }

    public static Preview preview(SettlementOpened opened, Evidence evidence) {
        return new Preview(opened, new Agreeing(opened, evidence).attribute());
    }

    /** @param evidence agreements and lots of all lines, and the carries of every path that may be paid */
    public static List<Event> agree(AgreeSettlement command, Settlement settlement, Evidence evidence) {
        var opened = existing(command, settlement);
        requireMarket(command.by(), opened);
        return switch (settlement) {
            case Open _ ->
                new Agreeing(opened, evidence).decide(command.at().notBefore(opened.at(), TIME_BEFORE_PREVIOUS_EVENT));
            case Shared _, Paid _ -> throw new Refused(ALREADY_AGREED, command.settlement());
            case Reversed _ -> throw new Refused(ALREADY_REVERSED, command.settlement());
            case Unknown _ -> throw new Refused(UNKNOWN_SETTLEMENT, command.settlement());
        };
    }

    public static List<Event> pay(PaySettlement command, Settlement settlement) {
        var opened = existing(command, settlement);
        requireMarket(command.by(), opened);
        return switch (settlement) {
            case Shared(var agreed) ->
                List.of(new SettlementPaid(
                        command.settlement(),
                        opened.origin(),
                        command.reference(),
                        command.at().notBefore(agreed.last(), TIME_BEFORE_PREVIOUS_EVENT)));
            case Paid _ -> throw new Refused(ALREADY_PAID, command.settlement());
            case Open _ -> throw new Refused(NOT_AGREED, command.settlement());
            case Reversed _ -> throw new Refused(ALREADY_REVERSED, command.settlement());
            case Unknown _ -> throw new Refused(UNKNOWN_SETTLEMENT, command.settlement());
        };
    }

    /** @param evidence the recorded versions, the lots of the lines and the carries of every path that was paid */
    public static List<Event> takeBack(ReturnGoods command, Settlement settlement, Evidence evidence) {
        var opened = existing(command, settlement);
        var lines = requireLines(command, opened);
        requireMarket(command.by(), opened);
        return switch (settlement) {
            case Shared(var agreed) -> takeBack(command, agreed, lines, evidence);
            case Paid(var agreed) -> takeBack(command, agreed, lines, evidence);
            case Open _ -> throw new Refused(NOT_AGREED, command.settlement());
            case Reversed _ -> throw new Refused(ALREADY_REVERSED, command.settlement());
            case Unknown _ -> throw new Refused(UNKNOWN_SETTLEMENT, command.settlement());
        };
    }

    /** @param evidence the carries of every path that was paid */
    public static List<Event> reverse(
            ReverseSettlement command,
            Settlement settlement,
            Map<ShipmentId, ReceivedShipment> shipments,
            Evidence evidence) {
        var opened = existing(command, settlement);
        if (!command.by().equals(opened.origin()) && !command.by().equals(opened.market())) {
            throw new Refused(NEITHER_ORIGIN_NOR_MARKET, command.by());
        }
        return switch (settlement) {
            case Open _ -> new Reversing(command, opened, shipments).withdraw();
            case Shared(var agreed) -> new Reversing(command, opened, shipments).reverse(agreed, false, evidence);
            case Paid(var agreed) -> new Reversing(command, opened, shipments).reverse(agreed, true, evidence);
            case Reversed _ -> throw new Refused(ALREADY_REVERSED, command.settlement());
            case Unknown _ -> throw new Refused(UNKNOWN_SETTLEMENT, command.settlement());
        };
    }

    private static List<Event> takeBack(
            ReturnGoods command, Agreed agreed, List<SettledLine> lines, Evidence evidence) {
        var at = command.at().notBefore(agreed.last(), TIME_BEFORE_PREVIOUS_EVENT);
        return new Returning(agreed, command, evidence).decide(lines, at);
    }

    private static List<ReceivedShipment> find(OpenSettlement command, Map<ShipmentId, ReceivedShipment> shipments) {
        var found = new ArrayList<ReceivedShipment>();
        for (int i = 0; i < command.shipments().size(); i++) {
            var shipment = shipments.get(command.shipments().get(i));
            if (shipment == null) {
                throw new Refused(
                        UNKNOWN_SHIPMENT,
                        "shipments[" + i + "]",
                        command.shipments().get(i));
            }
            found.add(shipment);
        }
        if (!command.by().equals(command.origin())) {
            throw new Refused(NOT_THE_ORIGIN, command.by());
        }
        return found;
    }

    private static SettlementOpened existing(SettlementCommand command, Settlement settlement) {
        return settlement.asOpened().orElseThrow(() -> new Refused(UNKNOWN_SETTLEMENT, command.settlement()));
    }

    /** The settled lines that go back, in the order of the command. */
    private static List<SettledLine> requireLines(ReturnGoods command, SettlementOpened opened) {
        var lines = new HashMap<LineRef, SettledLine>();
        for (var line : opened.lines()) {
            lines.put(Agreed.refOf(line), line);
        }
        var found = new ArrayList<SettledLine>();
        for (int i = 0; i < command.lines().size(); i++) {
            var ref = command.lines().get(i).line();
            var line = lines.get(ref);
            if (line == null) {
                throw new Refused(LINE_NOT_IN_SETTLEMENT, "lines[" + i + "]", ref.shipment() + "/" + ref.lot());
            }
            found.add(line);
        }
        return found;
    }

    private static void requireMarket(PartyId by, SettlementOpened opened) {
        if (!by.equals(opened.market())) {
            throw new Refused(NOT_THE_MARKET, by);
        }
    }
}
