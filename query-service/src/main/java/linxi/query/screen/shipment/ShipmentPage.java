package linxi.query.screen.shipment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import linxi.access.gate.Access;
import linxi.query.Asked;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.screen.paper.ReceiptPaper;
import linxi.query.settlement.SettlementAnswer;
import linxi.query.shipment.ShipmentAnswer;
import linxi.query.web.Answers;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything of one shipment: what it holds, what the market said, how it came there, and what may be done next. */
@Controller
class ShipmentPage {
    private final Reads reads;

    ShipmentPage(Reads reads) {
        this.reads = reads;
    }

    /** @param settlement null where it is in none */
    private record Both(ShipmentAnswer shipment, @Nullable SettlementAnswer settlement) {}

    /** The settlement that it is in. */
    record Settled(String id, String state, Shown gross, Shown net) {}

    @GetMapping("/shipments/{id}")
    String shipment(@PathVariable String id, HttpServletRequest http, Locale language, Model model) {
        new Asked(http.getParameterMap()).nothingElse();
        var both = reads.read(answers -> both(answers, id, http));
        var shipment = both.shipment();
        var reader = new Reader(language);
        var caller = Access.of(http).caller();
        model.addAttribute("shipment", shipment);
        model.addAttribute("origin", reader.name(shipment.origin()));
        model.addAttribute("market", reader.name(shipment.market()));
        model.addAttribute("loggedAt", Reader.time(shipment.at()));
        model.addAttribute("gross", reader.figures().money(shipment.gross()));
        model.addAttribute("differences", ShipmentRow.differences(shipment.lines(), reader));
        model.addAttribute("lines", lines(shipment, reader));
        model.addAttribute("settled", settled(both.settlement(), reader));
        model.addAttribute("timeline", Timeline.of(shipment, reader));
        model.addAttribute("receipt", ReceiptPaper.isThere(shipment));
        model.addAttribute("next", NextSteps.of(caller == null ? null : caller.role(), shipment));
        return "shipment";
    }

    private static Both both(Answers answers, String id, HttpServletRequest http) {
        var found = answers.shipments().one(id);
        var shipment = Confined.own(http, found, found.origin(), found.market());
        var settlement = shipment.settlement();
        return new Both(
                shipment, settlement == null ? null : answers.settlements().one(settlement.value()));
    }

    private static List<LineOnPage> lines(ShipmentAnswer shipment, Reader reader) {
        return shipment.lines().stream().map(it -> LineOnPage.of(it, reader)).toList();
    }

    private static @Nullable Settled settled(@Nullable SettlementAnswer it, Reader reader) {
        return it == null
                ? null
                : new Settled(
                        it.id().value(),
                        it.state().name(),
                        reader.figures().money(it.gross()),
                        reader.figures().money(it.net()));
    }
}
