package linxi.query.screen.agreement;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.access.Role;
import linxi.access.gate.Access;
import linxi.events.IncomePath;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.agreement.Agreements;
import linxi.query.list.Page;
import linxi.query.product.Products;
import linxi.query.screen.Reader;
import linxi.query.web.Answers;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Benefit agreements in the order of their ids; of a clerk those of his own cooperative, with a form for a new one. */
@Controller
class AgreementList {
    static final String PATH = "/agreements";

    private final Reads reads;

    AgreementList(Reads reads) {
        this.reads = reads;
    }

    record Row(
            String id,
            String origin,
            List<String> products,
            int version,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<Percent> paths) {}

    /** A product to choose. */
    record Choice(String id, String name) {}

    private record Found(Page<Agreements.Answer> page, List<Products.Answer> products) {}

    @GetMapping(PATH)
    String agreements(HttpServletRequest http, Locale language, Model model) {
        var reader = new Reader(language);
        var asked = new Asked(http.getParameterMap());
        boolean publishes = mayPublish(http);
        var found = reads.read(answers -> new Found(
                answers.agreements().list(asked, Access.of(http).own()), publishes ? products(answers) : List.of()));
        var next = found.page().next();
        model.addAttribute("rows", found.page().map(it -> row(it, reader)).items());
        model.addAttribute("further", next == null ? null : further(next));
        model.addAttribute("first", http.getParameter("after") == null ? null : PATH);
        model.addAttribute("publishes", publishes);
        model.addAttribute("paths", IncomePath.values());
        model.addAttribute(
                "products",
                found.products().stream().map(it -> choice(it, reader)).toList());
        return "agreements";
    }

    private static List<Products.Answer> products(Answers answers) {
        return answers.products()
                .list(new Asked(Map.of("limit", new String[] {"500"})))
                .items();
    }

    private static String further(String after) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("after", after)
                .encode()
                .toUriString();
    }

    private static Choice choice(Products.Answer it, Reader reader) {
        return new Choice(it.id().value(), reader.name(new Named(it.id().value(), it.name())));
    }

    /** Who acts for an origin; only what is offered: the command service judges again. */
    static boolean mayPublish(HttpServletRequest http) {
        var caller = Access.of(http).caller();
        return caller != null && caller.role() == Role.CLERK;
    }

    private static Row row(Agreements.Answer it, Reader reader) {
        return new Row(
                it.id().value(),
                reader.name(it.origin()),
                it.products().stream().map(reader::name).toList(),
                it.version(),
                it.validFrom(),
                it.validTo(),
                Percent.of(it.paths()));
    }
}
