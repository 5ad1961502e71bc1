package linxi.query.screen.settlement;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import linxi.events.DeductionKind;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.shipment.Kept;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A clerk chooses a market, then which of its received shipments to settle, and sees beforehand who gets what. */
@Controller
class NewSettlement {
    /** As many as a settlement may hold (domain rules, "Settlement"). */
    private static final int SHIPMENTS = 200;

    /** Among which markets are counted: the oldest come first, and there is hardly a reason to let more lie. */
    private static final int LOOKED_AT = 1_000;

    private final Reads reads;

    NewSettlement(Reads reads) {
        this.reads = reads;
    }

    /** Two sides that have something to settle. */
    record Pair(String origin, String originName, String market, String marketName, String shipments, Shown gross) {}

    @GetMapping("/settlements/new")
    String form(HttpServletRequest http, Locale language, Model model) {
        var asked = Confined.asked(http);
        var origin = asked.id("origin", PartyId::new);
        var market = asked.id("market", PartyId::new);
        asked.nothingElse();
        var reader = new Reader(language);
        if (origin == null || market == null) {
            model.addAttribute("pairs", pairs(settleable(origin, market, LOOKED_AT), reader));
            return "new-settlement";
        }
        var found = settleable(origin, market, SHIPMENTS + 1);
        model.addAttribute("origin", origin.value());
        model.addAttribute("market", market.value());
        model.addAttribute(
                "marketName",
                found.isEmpty() ? market.value() : reader.name(found.getFirst().market()));
        model.addAttribute(
                "parts",
                found.stream()
                        .limit(SHIPMENTS)
                        .map(it -> Part.of(it, true, reader))
                        .toList());
        model.addAttribute("more", found.size() > SHIPMENTS);
        model.addAttribute("deductions", DeductionKind.values());
        model.addAttribute("paths", IncomePath.values());
        return "new-settlement";
    }

    private List<Kept> settleable(@Nullable PartyId origin, @Nullable PartyId market, int limit) {
        return reads.read(answers -> answers.shipments().settleable(origin, market, limit));
    }

    private static List<Pair> pairs(List<Kept> found, Reader reader) {
        var byPair = new LinkedHashMap<List<String>, List<Kept>>();
        for (var one : found) {
            byPair.computeIfAbsent(List.of(one.origin().id(), one.market().id()), _ -> new ArrayList<>())
                    .add(one);
        }
        return byPair.values().stream().map(it -> pair(it, reader)).toList();
    }

    private static Pair pair(List<Kept> shipments, Reader reader) {
        var first = shipments.getFirst();
        var gross = shipments.stream().map(Kept::gross).reduce(Money.ZERO, Money::plus);
        return new Pair(
                first.origin().id(),
                reader.name(first.origin()),
                first.market().id(),
                reader.name(first.market()),
                reader.figures().count(shipments.size()),
                reader.figures().money(gross));
    }
}
