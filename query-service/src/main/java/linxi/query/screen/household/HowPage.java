package linxi.query.screen.household;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.events.HouseholdKey;
import linxi.events.Id;
import linxi.events.ShipmentId;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.screen.Reader;
import linxi.query.sharing.Computation;
import linxi.query.sharing.Computation.LotPart;
import linxi.query.shipment.ShipmentDocument;
import linxi.query.web.Answers;
import linxi.query.web.KnownHouseholds;
import linxi.query.web.Reads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** "How was this computed?": one line of a household's income, worked out again step by step before the reader's eyes. */
@Controller
class HowPage {
    private final Reads reads;
    private final KnownHouseholds known;

    HowPage(Reads reads, KnownHouseholds known) {
        this.reads = reads;
        this.known = known;
    }

    /** @param shipments behind the lots, by id */
    private record Found(Computation computation, Named product, Map<String, ShipmentDocument> shipments) {}

    @GetMapping("/households/{id}/income/lines/{settlement}/{position}")
    String how(
            @PathVariable String id,
            @PathVariable String settlement,
            @PathVariable String position,
            HttpServletRequest http,
            Locale language,
            Model model) {
        new Asked(http.getParameterMap()).nothingElse();
        var key = known.keyOrPseudonym(id);
        if (!Id.isValid(key) || !Id.isValid(settlement) || !position.matches("[0-9]{1,18}")) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, id);
        }
        var household = new HouseholdKey(key);
        var found = known.guarded(
                id, () -> reads.read(answers -> found(answers, household, settlement, Long.parseLong(position))));
        var reader = new Reader(language);
        model.addAttribute("household", known.shown(household));
        model.addAttribute("how", OnPage.of(found.computation(), reader, found.shipments()));
        model.addAttribute("product", reader.name(found.product()));
        model.addAttribute("line", found.computation().line());
        return "how";
    }

    private static Found found(Answers answers, HouseholdKey household, String settlement, long position) {
        var computation = answers.computations().of(household, settlement, position);
        var product = answers.products().named(computation.line().product());
        return new Found(computation, product, answers.shipments().of(computation.origin(), shipments(computation)));
    }

    private static List<ShipmentId> shipments(Computation computation) {
        var ids = new ArrayList<ShipmentId>();
        var lots = computation.share() == null
                ? List.<LotPart>of()
                : computation.share().lots();
        lots.forEach(lot -> lot.crates().forEach(crate -> ids.add(crate.shipment())));
        return ids;
    }
}
