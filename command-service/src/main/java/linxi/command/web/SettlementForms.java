package linxi.command.web;

import java.util.List;
import linxi.command.settlement.SettlementCommand;
import linxi.command.settlement.SettlementCommand.OpenSettlement;
import linxi.command.settlement.SettlementCommand.ReturnGoods;
import linxi.command.settlement.SettlementCommand.Returned;
import linxi.command.settlement.StatedDeduction;
import linxi.events.DeductionKind;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;

/** The bodies of commands on settlements that have lists. */
final class SettlementForms {
    private static final long MOST_FEN = 1_000_000_000_000L;
    private static final long MOST_POINTS = 1_000_000;

    private SettlementForms() {}

    static OpenSettlement opening(Call call) {
        var form = call.form();
        var deductions = !form.has("deductions") || form.hasNone("deductions")
                ? List.<StatedDeduction>of()
                : form.lines("deductions", DeductionKind.values().length, SettlementForms::deduction);
        form.once("deductions", deductions, StatedDeduction::kind, ".kind");
        return new OpenSettlement(
                Requests.idOrNew(form, SettlementId::new),
                call.actor(),
                form.id("origin", PartyId::new),
                form.id("market", PartyId::new),
                form.ids("shipments", SettlementCommand.SHIPMENTS, ShipmentId::new),
                deductions,
                form.at());
    }

    static ReturnGoods returning(Call call, String id) {
        var form = call.form();
        var lines = form.lines(
                "lines",
                SettlementCommand.LINES,
                line -> new Returned(
                        line.id("shipment", ShipmentId::new), line.id("lot", LotId::new), line.quantity("quantity")));
        form.once("lines", lines, Returned::line, "");
        return new ReturnGoods(call.id(id, SettlementId::new), call.actor(), lines, form.freeText("reason"), form.at());
    }

    private static StatedDeduction deduction(Form form) {
        return new StatedDeduction(
                form.choice("kind", DeductionKind.class),
                form.has("fen") ? form.whole("fen", 0, MOST_FEN) : null,
                form.has("basisPoints") ? Math.toIntExact(form.whole("basisPoints", 0, MOST_POINTS)) : null,
                form.has("evidence") ? form.freeText("evidence") : null);
    }
}
