package linxi.query.screen.settlement;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import linxi.query.list.Page;
import linxi.query.screen.Narrowed;
import linxi.query.screen.Reader;
import linxi.query.settlement.SettlementState;
import linxi.query.settlement.SettlementSummary;
import linxi.query.web.Answers;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 结算: settlements newest first; of a clerk or receiver those of his own organisation. */
@Controller
class SettlementList {
    private static final String PATH = "/settlements";
    private static final List<String> ASKED = List.of("origin", "market", "state", "from", "to", "limit");

    private final Reads reads;

    SettlementList(Reads reads) {
        this.reads = reads;
    }

    /** A filter to tap; of all states where {@code state} is null. */
    record Chip(@Nullable SettlementState state, String address, boolean chosen) {}

    @GetMapping(PATH)
    String settlements(HttpServletRequest http, Locale language, Model model) {
        var reader = new Reader(language);
        var page = reads.read(answers -> page(answers, http));
        model.addAttribute("rows", page.map(it -> SettlementRow.of(it, reader)).items());
        model.addAttribute("chips", chips(http));
        model.addAttribute("state", http.getParameter("state"));
        model.addAttribute("from", http.getParameter("from"));
        model.addAttribute("to", http.getParameter("to"));
        model.addAttribute(
                "export", Narrowed.with(http, "/export/settlements.xlsx", ASKED.subList(0, 5), "limit", null));
        model.addAttribute("older", page.next() == null ? null : with(http, "after", page.next()));
        model.addAttribute("newest", http.getParameter("after") == null ? null : with(http, "after", null));
        model.addAttribute("narrowed", http.getQueryString() != null);
        return "settlements";
    }

    private static Page<SettlementSummary> page(Answers answers, HttpServletRequest http) {
        var asked = Confined.asked(http);
        return answers.settlements().list(asked, asked.days());
    }

    private static List<Chip> chips(HttpServletRequest http) {
        var asked = http.getParameter("state");
        var chips = new ArrayList<Chip>();
        chips.add(new Chip(null, with(http, "state", null), asked == null));
        for (var state : SettlementState.values()) {
            chips.add(new Chip(
                    state, with(http, "state", state.name()), state.name().equals(asked)));
        }
        return chips;
    }

    private static String with(HttpServletRequest http, String parameter, @Nullable String value) {
        return Narrowed.with(http, PATH, ASKED, parameter, value);
    }
}
