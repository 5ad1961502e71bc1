package linxi.query.screen.shipment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import linxi.query.screen.Narrowed;
import linxi.query.screen.Reader;
import linxi.query.shipment.ShipmentState;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 我的发货: shipments newest first; of a clerk or receiver those of his own organisation. */
@Controller
class ShipmentList {
    private static final String PATH = "/shipments";
    private static final List<String> ASKED =
            List.of("origin", "market", "state", "product", "settled", "from", "to", "limit");
    private static final List<String> FILTERS =
            List.of("origin", "market", "state", "product", "settled", "from", "to");

    private final Reads reads;

    ShipmentList(Reads reads) {
        this.reads = reads;
    }

    /** A filter to tap; of all states where {@code state} is null. */
    record Chip(@Nullable ShipmentState state, String address, boolean chosen) {}

    @GetMapping(PATH)
    String shipments(HttpServletRequest http, Locale language, Model model) {
        var reader = new Reader(language);
        var page = reads.read(answers -> answers.shipments().list(Confined.asked(http)));
        var rows = page.map(it -> ShipmentRow.of(it, reader)).items();
        model.addAttribute("rows", rows);
        model.addAttribute("chips", chips(http));
        model.addAttribute("state", http.getParameter("state"));
        model.addAttribute("from", http.getParameter("from"));
        model.addAttribute("to", http.getParameter("to"));
        model.addAttribute("older", page.next() == null ? null : with(http, "after", page.next()));
        model.addAttribute("newest", http.getParameter("after") == null ? null : with(http, "after", null));
        model.addAttribute("export", Narrowed.with(http, "/export/shipments.xlsx", FILTERS, "after", null));
        model.addAttribute("narrowed", http.getQueryString() != null);
        return "shipments";
    }

    private static List<Chip> chips(HttpServletRequest http) {
        var asked = http.getParameter("state");
        var chips = new ArrayList<Chip>();
        chips.add(new Chip(null, with(http, "state", null), asked == null));
        for (var state : ShipmentState.values()) {
            chips.add(new Chip(
                    state, with(http, "state", state.name()), state.name().equals(asked)));
        }
        return chips;
    }

    /** This list with another value of one parameter; another filter begins at its newest. */
    private static String with(HttpServletRequest http, String parameter, @Nullable String value) {
        return Narrowed.with(http, PATH, ASKED, parameter, value);
    }
}
