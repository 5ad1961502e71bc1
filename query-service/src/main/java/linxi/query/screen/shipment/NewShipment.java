package linxi.query.screen.shipment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import linxi.access.gate.Access;
import linxi.events.Channel;
import linxi.events.PartyKind;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.list.Page;
import linxi.query.lot.Lots;
import linxi.query.product.Products;
import linxi.query.screen.Reader;
import linxi.query.web.Answers;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 发货: logs a shipment of one lot; more lines in one shipment are for programs until the form can hold them. */
@Controller
class NewShipment {
    /** Of 500 each. A list longer than that is none to choose from; the newest lots come first. */
    private static final int PAGES = 4;

    private final Reads reads;

    NewShipment(Reads reads) {
        this.reads = reads;
    }

    /** A party to send to. */
    record Choice(String id, String name) {}

    private record Found(List<Products.Answer> products, List<Lots.Answer> lots, List<Choice> markets) {}

    @GetMapping("/shipments/new")
    String form(HttpServletRequest http, Locale language, Model model) {
        new Asked(http.getParameterMap()).nothingElse();
        var reader = new Reader(language);
        var own = Access.of(http).own();
        var found = reads.read(answers -> found(answers, own == null ? null : own.value(), reader));
        model.addAttribute("products", ProductTile.of(found.products(), found.lots(), reader));
        model.addAttribute("markets", found.markets());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("empty", found.lots().isEmpty());
        return "new-shipment";
    }

    private static Found found(Answers answers, @Nullable String origin, Reader reader) {
        var mine = new HashMap<>(Map.of("left", "true"));
        if (origin != null) {
            mine.put("origin", origin);
        }
        var markets = all(answers.parties()::list, Map.of()).stream()
                .filter(it -> it.kind() == PartyKind.MARKET && !it.suspended())
                .map(it -> new Choice(
                        it.id().value(), reader.name(new Named(it.id().value(), it.name()))))
                .toList();
        return new Found(all(answers.products()::list, Map.of()), all(answers.lots()::list, mine), markets);
    }

    private static <T> List<T> all(Function<Asked, Page<T>> list, Map<String, String> narrowed) {
        var all = new ArrayList<T>();
        String after = null;
        for (int page = 0; page < PAGES; page++) {
            var asked = new HashMap<String, String[]>();
            narrowed.forEach((name, value) -> asked.put(name, new String[] {value}));
            asked.put("limit", new String[] {"500"});
            if (after != null) {
                asked.put("after", new String[] {after});
            }
            var found = list.apply(new Asked(asked));
            all.addAll(found.items());
            after = found.next();
            if (after == null) {
                break;
            }
        }
        return all;
    }
}
