package linxi.query.export;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import linxi.access.gate.Access;
import linxi.query.Days;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registers and the lots as files, to whom the API answers them. */
@Hidden
@RestController
@RequestMapping("/export")
class RegisterExports {
    private final Reads reads;
    private final MessageSource texts;

    RegisterExports(Reads reads, MessageSource texts) {
        this.reads = reads;
        this.texts = texts;
    }

    @GetMapping("/parties.{format}")
    void parties(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var all = new Listing<>(
                reads,
                http.getParameterMap(),
                Listing.PAGE,
                (answers, asked) -> answers.parties().list(asked),
                (answers, asked) -> answers.parties().areMoreThan(Listing.MOST, asked));
        var words = new Words(texts, language);
        var title = words.of("parties");
        var table = CatalogueTables.parties(words, title);
        Download.send(answer, as, FileName.of("parties", title, Days.ALL, as), file -> {
            table.begin(file);
            all.each(party -> table.line(file, party));
        });
    }

    @GetMapping("/products.{format}")
    void products(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var all = new Listing<>(
                reads,
                http.getParameterMap(),
                Listing.PAGE,
                (answers, asked) -> answers.products().list(asked),
                (answers, asked) -> answers.products().areMoreThan(Listing.MOST, asked));
        var words = new Words(texts, language);
        var title = words.of("products");
        var table = CatalogueTables.products(words, title);
        Download.send(answer, as, FileName.of("products", title, Days.ALL, as), file -> {
            table.begin(file);
            all.each(product -> table.line(file, product));
        });
    }

    /** A row is the share of one path in one version. */
    @GetMapping("/agreements.{format}")
    void agreements(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var own = Access.of(http).own();
        var all = new Listing<>(
                reads,
                http.getParameterMap(),
                Listing.PAGE,
                (answers, asked) -> answers.agreements().list(asked, own),
                (answers, asked) -> answers.agreements().areMoreThan(Listing.MOST, asked, own));
        var words = new Words(texts, language);
        var title = words.of("agreements");
        var table = ShareRow.table(words, title);
        Download.send(answer, as, FileName.of("agreements", title, Days.ALL, as), file -> {
            table.begin(file);
            all.each(agreement -> table.lines(file, ShareRow.of(agreement)));
        });
    }

    @GetMapping("/lots.{format}")
    void lots(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var all = new Listing<>(
                reads,
                Confined.parameters(http),
                Listing.SMALL_PAGE,
                (answers, asked) -> answers.lots().list(asked),
                (answers, asked) -> answers.lots().areMoreThan(Listing.MOST, asked));
        var words = new Words(texts, language);
        var title = words.of("lots");
        var table = CatalogueTables.lots(words, title);
        Download.send(answer, as, FileName.of("lots", title, Days.ALL, as), file -> {
            table.begin(file);
            all.each(lot -> table.line(file, lot));
        });
    }
}
