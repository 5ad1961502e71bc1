package linxi.query.screen.settlement;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import linxi.access.gate.Access;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.screen.Reader;
import linxi.query.settlement.SettlementAnswer;
import linxi.query.shipment.Kept;
import linxi.query.web.Answers;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything of one settlement: from gross to net to paths, its shipments, how it came there, and what may be next. */
@Controller
class SettlementPage {
    private final Reads reads;

    SettlementPage(Reads reads) {
        this.reads = reads;
    }

    private record Both(SettlementAnswer settlement, List<Kept> shipments) {}

    @GetMapping("/settlements/{id}")
    String settlement(@PathVariable String id, HttpServletRequest http, Locale language, Model model) {
        new Asked(http.getParameterMap()).nothingElse();
        var both = reads.read(answers -> both(answers, id, http));
        var settlement = both.settlement();
        var reader = new Reader(language);
        var caller = Access.of(http).caller();
        model.addAttribute("settlement", settlement);
        model.addAttribute("origin", reader.name(settlement.origin()));
        model.addAttribute("market", reader.name(settlement.market()));
        model.addAttribute("openedAt", Reader.time(settlement.at()));
        model.addAttribute("sums", Sums.of(settlement, reader));
        model.addAttribute("shares", Share.of(settlement, reader));
        model.addAttribute("parts", Part.of(both.shipments(), settlement.state(), reader));
        model.addAttribute("timeline", SettlementTimeline.of(settlement, both.shipments(), reader));
        model.addAttribute(
                "next", SettlementSteps.of(caller == null ? null : caller.role(), settlement, both.shipments()));
        return "settlement";
    }

    private static Both both(Answers answers, String id, HttpServletRequest http) {
        var found = answers.settlements().one(id);
        var settlement = Confined.own(http, found, found.origin(), found.market());
        return new Both(
                settlement,
                answers.shipments().kept(new PartyId(settlement.origin().id()), settlement.shipments()));
    }
}
