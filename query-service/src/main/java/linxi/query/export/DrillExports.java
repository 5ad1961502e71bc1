package linxi.query.export;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import linxi.query.Asked;
import linxi.query.attributed.AttributedQuestion;
import linxi.query.list.NewestFirst;
import linxi.query.sold.SoldQuestion;
import linxi.query.web.Reads;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lists under the figures as files: asked like their pages, and adding up to the same figure. */
@Hidden
@RestController
@RequestMapping("/export")
class DrillExports {
    private final Reads reads;
    private final MessageSource texts;

    DrillExports(Reads reads, MessageSource texts) {
        this.reads = reads;
        this.texts = texts;
    }

    /** A row is one product of a shipment on one day. */
    @GetMapping("/sales-shipments.{format}")
    void sold(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var question = question(http, SoldQuestion::of);
        var all = new Listing<>(
                reads,
                http.getParameterMap(),
                Listing.PAGE,
                (answers, asked) -> {
                    var _ = SoldQuestion.of(asked);
                    return answers.sold().list(question, page(asked));
                },
                (answers, _) -> answers.sold().areMoreThan(Listing.MOST, question));
        var words = new Words(texts, language);
        var title = words.of("sold." + question.measure());
        var table = SoldLine.table(words, title, question.measure());
        Download.send(answer, as, FileName.of("sales-shipments", title, question.days(), as), file -> {
            table.begin(file);
            all.each(shipment -> table.lines(file, SoldLine.of(shipment)));
        });
    }

    @GetMapping("/income-settlements.{format}")
    void earned(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var question = question(http, AttributedQuestion::of);
        var all = new Listing<>(
                reads,
                http.getParameterMap(),
                Listing.PAGE,
                (answers, asked) -> {
                    var _ = AttributedQuestion.of(asked);
                    return answers.attributed().list(question, page(asked));
                },
                (answers, _) -> answers.attributed().areMoreThan(Listing.MOST, question));
        var words = new Words(texts, language);
        var title = words.of(question.toNobody() ? "earned.nobody" : "earned");
        var table = EarnedTable.of(words, title, question.toNobody());
        Download.send(answer, as, FileName.of("income-settlements", title, question.days(), as), file -> {
            table.begin(file);
            all.each(settlement -> table.line(file, settlement));
        });
    }

    /** @throws linxi.query.Refused where anything else is asked, such as a page */
    private static <Q> Q question(HttpServletRequest http, Function<Asked, Q> of) {
        var asked = new Asked(http.getParameterMap());
        var question = of.apply(asked);
        asked.nothingElse();
        return question;
    }

    private static NewestFirst page(Asked asked) {
        var page = NewestFirst.of(asked);
        asked.nothingElse();
        return page;
    }
}
