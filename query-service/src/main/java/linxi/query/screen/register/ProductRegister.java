package linxi.query.screen.register;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import linxi.events.BaseUnit;
import linxi.events.ProductKind;
import linxi.query.Asked;
import linxi.query.list.Page;
import linxi.query.product.Products;
import linxi.query.screen.Reader;
import linxi.query.web.Reads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The catalogue in the order of its ids, with a form for a new product, which stays as it is for life. */
@Controller
class ProductRegister {
    private static final String PATH = "/registers/products";

    private final Reads reads;

    ProductRegister(Reads reads) {
        this.reads = reads;
    }

    private record Found(Page<Products.Answer> page, Keeper keeper) {}

    @GetMapping(PATH)
    String products(HttpServletRequest http, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        var reader = new Reader(language);
        var found = reads.read(answers -> new Found(answers.products().list(asked), Keeper.of(http, answers, reader)));
        model.addAttribute("rows", found.page().items());
        model.addAttribute("keeper", found.keeper());
        model.addAttribute("kinds", ProductKind.values());
        model.addAttribute("units", BaseUnit.values());
        model.addAttribute("further", Further.of(http, PATH, List.of("limit"), found.page()));
        return "registers-products";
    }
}
