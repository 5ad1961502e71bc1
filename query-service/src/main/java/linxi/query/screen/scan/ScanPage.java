package linxi.query.screen.scan;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.events.BusinessDay;
import linxi.events.LotId;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.screen.Reader;
import linxi.query.screen.shipment.ShipmentRow;
import linxi.query.shipment.ShipmentSummary;
import linxi.query.web.Answers;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 扫码收货: the viewfinder and the other ways to a shipment, with what is expected and what was received today. */
@Controller
class ScanPage {
    private static final int MOST = 20;

    private final Reads reads;
    private final Clock clock;

    ScanPage(Reads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    private record Lists(
            @Nullable List<ShipmentSummary> holding, List<ShipmentSummary> underWay, List<ShipmentSummary> received) {}

    /**
     * @param code is taken as if it were scanned
     * @param lot that several shipments under way hold some of, to choose from them
     */
    @GetMapping("/scan")
    String scan(@RequestParam @Nullable String code, HttpServletRequest http, Locale language, Model model) {
        var lot = lot(http);
        var lists = reads.read(answers -> lists(lot, http, answers));
        model.addAttribute("code", code);
        model.addAttribute("lot", lot);
        model.addAttribute("holding", lists.holding() == null ? null : rows(lists.holding(), language));
        model.addAttribute("underWay", rows(lists.underWay(), language));
        model.addAttribute("received", rows(lists.received(), language));
        model.addAttribute("most", MOST);
        return "scan";
    }

    private static @Nullable LotId lot(HttpServletRequest http) {
        var asked = http.getParameterMap();
        var lot = asked.get("lot");
        return lot == null ? null : new Asked(Map.of("lot", lot)).id("lot", LotId::new);
    }

    private Lists lists(@Nullable LotId lot, HttpServletRequest http, Answers answers) {
        var own = Ways.sides(http);
        var today = BusinessDay.of(clock.instant());
        return new Lists(
                lot == null ? null : holding(lot, http, answers),
                answers.shipments().underWay(own, MOST),
                answers.shipments().receivedOn(today, own, MOST));
    }

    private static List<ShipmentSummary> holding(LotId id, HttpServletRequest http, Answers answers) {
        var lot = answers.lots().find(id);
        if (lot == null) {
            throw new Refused(QueryRule.NO_SUCH_ID, "lot", id.value());
        }
        return Ways.holding(lot, http, answers);
    }

    private static List<ShipmentRow> rows(List<ShipmentSummary> shipments, Locale language) {
        var reader = new Reader(language);
        return shipments.stream().map(it -> ShipmentRow.of(it, reader)).toList();
    }
}
