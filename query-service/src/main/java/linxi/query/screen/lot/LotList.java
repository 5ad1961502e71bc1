package linxi.query.screen.lot;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.list.Page;
import linxi.query.lot.Lots;
import linxi.query.product.Products;
import linxi.query.screen.Narrowed;
import linxi.query.screen.Reader;
import linxi.query.web.Answers;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 批次: lots newest first; of a clerk those of his own cooperative. */
@Controller
class LotList {
    private static final String PATH = "/lots";
    private static final List<String> ASKED = List.of("origin", "product", "left", "held", "limit");
    /** Whether a lot is held stands in the file. */
    private static final List<String> EXPORTED = List.of("origin", "product", "left");

    private final Reads reads;

    LotList(Reads reads) {
        this.reads = reads;
    }

    /** A filter to tap: on where it is not chosen, off where it is. */
    record Chip(String name, String address, boolean chosen) {}

    private record Found(Page<Lots.Answer> lots, List<Products.Answer> products) {}

    @GetMapping(PATH)
    String lots(HttpServletRequest http, Locale language, Model model) {
        var reader = new Reader(language);
        var found = reads.read(answers -> found(answers, http));
        var next = found.lots().next();
        model.addAttribute("rows", found.lots().map(it -> LotRow.of(it, reader)).items());
        model.addAttribute("all", new Chip("", PATH, http.getQueryString() == null));
        model.addAttribute("left", chip(http, "left", "true", ""));
        model.addAttribute("held", chip(http, "held", "true", ""));
        model.addAttribute("products", products(found.products(), http, reader));
        model.addAttribute("older", next == null ? null : with(http, "after", next));
        model.addAttribute("newest", http.getParameter("after") == null ? null : with(http, "after", null));
        model.addAttribute("export", Narrowed.with(http, "/export/lots.xlsx", EXPORTED, "after", null));
        model.addAttribute("narrowed", http.getQueryString() != null);
        return "lots";
    }

    private static Found found(Answers answers, HttpServletRequest http) {
        var asked = Confined.asked(http);
        var held = asked.flag("held");
        return new Found(
                answers.lots().list(asked, held),
                answers.products()
                        .list(new Asked(Map.of("limit", new String[] {"500"})))
                        .items());
    }

    private static List<Chip> products(List<Products.Answer> products, HttpServletRequest http, Reader reader) {
        var chips = new ArrayList<Chip>();
        for (var product : products) {
            var id = product.id().value();
            chips.add(chip(http, "product", id, reader.name(new Named(id, product.name()))));
        }
        return chips;
    }

    private static Chip chip(HttpServletRequest http, String parameter, String value, String name) {
        boolean chosen = value.equals(http.getParameter(parameter));
        return new Chip(name, with(http, parameter, chosen ? null : value), chosen);
    }

    private static String with(HttpServletRequest http, String parameter, @Nullable String value) {
        return Narrowed.with(http, PATH, ASKED, parameter, value);
    }
}
