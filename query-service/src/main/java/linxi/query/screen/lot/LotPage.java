package linxi.query.screen.lot;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import linxi.access.Role;
import linxi.access.gate.Access;
import linxi.access.gate.Pseudonyms;
import linxi.events.HouseholdKey;
import linxi.query.Asked;
import linxi.query.lot.Lots;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.web.Answers;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything of one lot: who brought it, what is left, where the rest went, and how it came there. */
@Controller
class LotPage {
    /** Rows of a table; who wants more of them turns the page, or takes the answer for programs. */
    private static final int ROWS = 200;

    private final Reads reads;
    private final Supplier<Pseudonyms> pseudonyms;

    LotPage(Reads reads, Supplier<Pseudonyms> pseudonyms) {
        this.reads = reads;
        this.pseudonyms = pseudonyms;
    }

    /** @param household a key, or a pseudonym for whoever may not know it */
    record Brought(String household, Shown quantity) {}

    record Went(String shipment, Shown quantity) {}

    private record Both(Lots.Answer lot, Lots.Past past) {}

    @GetMapping("/lots/{id}")
    String lot(@PathVariable String id, HttpServletRequest http, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        int from = Math.toIntExact(Math.min(Objects.requireNonNullElse(asked.whole("brought", 0), 0L), 1_000_000));
        asked.nothingElse();
        var both = reads.read(answers -> both(answers, id, http));
        var lot = both.lot();
        var reader = new Reader(language);
        var figures = reader.figures();
        model.addAttribute("lot", lot);
        model.addAttribute("origin", reader.name(lot.origin()));
        model.addAttribute("product", reader.name(lot.product()));
        model.addAttribute("quantity", figures.amount(lot.quantity()));
        model.addAttribute("left", figures.amount(lot.left()));
        model.addAttribute("producedAt", Reader.time(lot.producedAt()));
        model.addAttribute("count", figures.count(lot.contributions().size()));
        model.addAttribute("brought", brought(lot, from, reader));
        model.addAttribute("earlier", from == 0 ? null : Math.max(0, from - ROWS));
        model.addAttribute("later", from + ROWS < lot.contributions().size() ? from + ROWS : null);
        model.addAttribute(
                "went",
                newest(lot.shipments()).stream()
                        .map(it -> new Went(it.shipment().value(), figures.amount(it.quantity())))
                        .toList());
        model.addAttribute("wentBefore", Math.max(0, lot.shipments().size() - ROWS));
        model.addAttribute("timeline", LotTimeline.of(both.past(), ROWS, reader));
        model.addAttribute("before", Math.max(0, both.past().moments().size() - ROWS));
        model.addAttribute("mayAct", mayAct(http));
        return "lot";
    }

    private static Both both(Answers answers, String id, HttpServletRequest http) {
        var found = answers.lots().one(id);
        var lot = Confined.own(http, found, found.origin(), null);
        return new Both(lot, answers.lots().past(lot));
    }

    private List<Brought> brought(Lots.Answer lot, int from, Reader reader) {
        var shown = shown();
        return lot.contributions().stream()
                .skip(from)
                .limit(ROWS)
                .map(it -> new Brought(
                        shown.apply(it.household()), reader.figures().amount(it.quantity())))
                .toList();
    }

    private Function<HouseholdKey, String> shown() {
        if (!Access.isMaskedNow()) {
            return HouseholdKey::value;
        }
        var masks = pseudonyms.get();
        return key -> masks.of(key.value());
    }

    private static <T> List<T> newest(List<T> all) {
        return all.subList(Math.max(0, all.size() - ROWS), all.size()).reversed();
    }

    /** Only whether it is offered: the command service judges again. */
    private static boolean mayAct(HttpServletRequest http) {
        var caller = Access.of(http).caller();
        return caller == null || caller.role() == Role.CLERK;
    }
}
