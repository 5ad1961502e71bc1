package linxi.query.screen.lot;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import linxi.access.gate.Access;
import linxi.events.BusinessDay;
import linxi.events.PartyKind;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.party.Parties;
import linxi.query.product.Products;
import linxi.query.screen.Reader;
import linxi.query.screen.UnitChoice;
import linxi.query.web.Answers;
import linxi.query.web.Reads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 新批次: what was brought in, of what, and by which households. */
@Controller
class NewLot {
    /** Only a page of ours to come back to, never another site. */
    private static final Pattern PAGE = Pattern.compile("/[A-Za-z0-9/_-]{0,100}");

    private static final Map<String, String[]> MANY = Map.of("limit", new String[] {"500"});

    private final Reads reads;
    private final Clock clock;

    NewLot(Reads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    /** A product to choose, with the units it is counted in. */
    record Tile(String id, String name, List<UnitChoice> units) {}

    /** A cooperative or company, where there are no logins to tell whose lot it is. */
    record Origin(String id, String name) {}

    private record Found(List<Tile> products, List<Origin> origins) {}

    @GetMapping("/lots/new")
    String form(HttpServletRequest http, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        var back = asked.text("back", PAGE);
        asked.nothingElse();
        var reader = new Reader(language);
        var own = Access.of(http).own();
        var found = reads.read(answers -> new Found(
                tiles(answers.products().list(new Asked(MANY)).items(), reader),
                own == null ? origins(answers, reader) : List.of()));
        model.addAttribute("own", own == null ? null : own.value());
        model.addAttribute("products", found.products());
        model.addAttribute("origins", found.origins());
        model.addAttribute(
                "now",
                LocalDateTime.now(clock.withZone(BusinessDay.ZONE))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        model.addAttribute("back", back != null && back.startsWith("//") ? null : back);
        return "new-lot";
    }

    private static List<Tile> tiles(List<Products.Answer> products, Reader reader) {
        return products.stream()
                .map(it -> new Tile(
                        it.id().value(), reader.name(new Named(it.id().value(), it.name())), UnitChoice.of(it, reader)))
                .toList();
    }

    private static List<Origin> origins(Answers answers, Reader reader) {
        return answers.parties().list(new Asked(MANY)).items().stream()
                .filter(it -> it.kind() == PartyKind.COOPERATIVE || it.kind() == PartyKind.COMPANY)
                .map(it -> origin(it, reader))
                .toList();
    }

    private static Origin origin(Parties.Answer it, Reader reader) {
        return new Origin(it.id().value(), reader.name(new Named(it.id().value(), it.name())));
    }
}
