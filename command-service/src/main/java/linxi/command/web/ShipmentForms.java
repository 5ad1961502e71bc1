package linxi.command.web;

import java.util.List;
import linxi.command.shipment.ConfirmReceipt;
import linxi.command.shipment.CorrectReceipt;
import linxi.command.shipment.DispatchShipment;
import linxi.command.shipment.LogShipment;
import linxi.command.shipment.ReceiveReturn;
import linxi.command.shipment.StatedLine;
import linxi.events.Channel;
import linxi.events.Entered;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import org.jspecify.annotations.Nullable;

/** The bodies of commands on shipments that have lines. */
final class ShipmentForms {
    private static final int MOST_LINES = 500;

    private ShipmentForms() {}

    static LogShipment logging(Call call) {
        var form = call.form();
        var lines = form.lines(
                "lines",
                MOST_LINES,
                line -> new LogShipment.Asked(
                        line.id("lot", LotId::new),
                        line.quantity("quantity"),
                        line.has("price") ? line.price("price") : null));
        form.once("lines", lines, LogShipment.Asked::lot, ".lot");
        return new LogShipment(
                Requests.idOrNew(form, ShipmentId::new),
                form.has("kind") ? form.choice("kind", ShipmentKind.class) : ShipmentKind.SALE,
                form.id("origin", PartyId::new),
                form.id("market", PartyId::new),
                form.choice("channel", Channel.class),
                lines,
                call.actor(),
                form.at());
    }

    static DispatchShipment dispatch(Call call, String id) {
        var form = call.form();
        var vehicle = form.has("vehicle") ? form.freeText("vehicle") : null;
        return new DispatchShipment(call.id(id, ShipmentId::new), vehicle, call.actor(), form.at());
    }

    static ConfirmReceipt receipt(Call call, String id) {
        var form = call.form();
        boolean complete = form.flag("final", true);
        // A final receipt may have nothing to add to the ones before it.
        var lines = complete && form.hasNone("lines") ? List.<StatedLine>of() : stated(form);
        return new ConfirmReceipt(call.id(id, ShipmentId::new), lines, complete, call.actor(), form.at());
    }

    static CorrectReceipt correction(Call call, String id) {
        var form = call.form();
        return new CorrectReceipt(
                call.id(id, ShipmentId::new), stated(form), form.freeText("reason"), call.actor(), form.at());
    }

    static ReceiveReturn returned(Call call, String id) {
        var form = call.form();
        var lines = form.lines(
                "lines",
                MOST_LINES,
                line -> new ReceiveReturn.Returned(line.id("lot", LotId::new), line.quantity("quantity")));
        form.once("lines", lines, ReceiveReturn.Returned::lot, ".lot");
        return new ReceiveReturn(call.id(id, ShipmentId::new), lines, call.actor(), form.at());
    }

    private static List<StatedLine> stated(Form form) {
        var lines = form.lines(
                "lines",
                MOST_LINES,
                line -> new StatedLine(
                        line.id("lot", LotId::new),
                        line.quantityOrZero("accepted"),
                        amount(line, "short"),
                        amount(line, "rejected"),
                        amount(line, "lost"),
                        amount(line, "over"),
                        line.has("reason") ? line.freeText("reason") : null));
        form.once("lines", lines, StatedLine::lot, ".lot");
        return lines;
    }

    private static @Nullable Entered amount(Form line, String field) {
        return line.has(field) ? line.quantityOrZero(field) : null;
    }
}
