package linxi.command.settlement;

import static linxi.command.settlement.SettlementRule.AMOUNT_TOO_LARGE;
import static linxi.command.settlement.SettlementRule.DEDUCTIONS_ABOVE_GROSS;
import static linxi.command.settlement.SettlementRule.SHIPMENT_ALREADY_SETTLED;
import static linxi.command.settlement.SettlementRule.SHIPMENT_DISPUTED;
import static linxi.command.settlement.SettlementRule.SHIPMENT_NOT_A_SALE;
import static linxi.command.settlement.SettlementRule.SHIPMENT_NOT_RECEIVED;
import static linxi.command.settlement.SettlementRule.SHIPMENT_OF_ANOTHER_PARTY;
import static linxi.command.settlement.SettlementRule.TIME_BEFORE_PREVIOUS_EVENT;
import static linxi.command.settlement.SettlementRule.TOO_LARGE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import linxi.command.Refused;
import linxi.command.settlement.SettlementCommand.OpenSettlement;
import linxi.events.Money;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementEvent.SettledLine;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.ShipmentKind;

/** Works out what would be settled; the same for opening and for a preview. */
final class Opening {
    private final OpenSettlement command;
    private final List<ReceivedShipment> shipments;

    /** @param shipments those that the command names, in its order */
    Opening(OpenSettlement command, List<ReceivedShipment> shipments) {
        this.command = command;
        this.shipments = shipments;
    }

    SettlementOpened decide() {
        for (int i = 0; i < shipments.size(); i++) {
            requireSettleable(shipments.get(i), "shipments[" + i + "]");
        }
        var lines = lines();
        var gross = gross(lines);
        var deductions =
                command.deductions().stream().map(stated -> stated.of(gross)).toList();
        return new SettlementOpened(
                command.settlement(),
                command.origin(),
                command.market(),
                command.shipments(),
                lines,
                gross,
                deductions,
                net(gross, deductions),
                at());
    }

    private void requireSettleable(ReceivedShipment shipment, String field) {
        if (!shipment.origin().equals(command.origin()) || !shipment.market().equals(command.market())) {
            throw new Refused(SHIPMENT_OF_ANOTHER_PARTY, field, shipment.shipment());
        }
        if (shipment.kind() != ShipmentKind.SALE) {
            throw new Refused(SHIPMENT_NOT_A_SALE, field, shipment.shipment());
        }
        if (shipment.receivedOn() == null) {
            throw new Refused(SHIPMENT_NOT_RECEIVED, field, shipment.shipment());
        }
        if (shipment.disputed()) {
            throw new Refused(SHIPMENT_DISPUTED, field, shipment.shipment());
        }
        if (shipment.settlement() != null) {
            throw new Refused(SHIPMENT_ALREADY_SETTLED, field, shipment.shipment());
        }
    }

    private List<SettledLine> lines() {
        var lines = new ArrayList<SettledLine>();
        for (var shipment : shipments) {
            for (var line : shipment.lines()) {
                lines.add(new SettledLine(
                        shipment.shipment(),
                        line.lot(),
                        line.product(),
                        shipment.channel(),
                        line.kept(),
                        line.price(),
                        line.price().of(line.kept().amount()),
                        Objects.requireNonNull(shipment.receivedOn())));
            }
        }
        if (lines.size() > SettlementCommand.LINES) {
            throw new Refused(TOO_LARGE, "shipments", lines.size());
        }
        return lines;
    }

    private static Money gross(List<SettledLine> lines) {
        var gross = Money.ZERO;
        for (var line : lines) {
            gross = gross.plus(line.gross());
            if (gross.fen() > StatedDeduction.LARGEST_FEN) {
                throw new Refused(AMOUNT_TOO_LARGE, "shipments", gross.fen());
            }
        }
        return gross;
    }

    private static Money net(Money gross, List<Deduction> deductions) {
        var net = gross;
        for (var deduction : deductions) {
            net = net.minus(deduction.amount());
        }
        if (net.fen() < 0) {
            throw new Refused(
                    DEDUCTIONS_ABOVE_GROSS, "deductions", gross.minus(net).fen());
        }
        return net;
    }

    /** Settling is an event of each shipment too. */
    private Instant at() {
        var last = Instant.MIN;
        for (var shipment : shipments) {
            last = shipment.last().isAfter(last) ? shipment.last() : last;
        }
        return command.at().notBefore(last, TIME_BEFORE_PREVIOUS_EVENT);
    }
}
