package linxi.query.export;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import linxi.query.Asked;
import linxi.query.income.IncomeDimension;
import linxi.query.sales.SalesDimension;
import linxi.query.web.Reads;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures as files: asked like those of the API, and equal to them. */
@Hidden
@RestController
@RequestMapping("/export")
class FigureExports {
    private final Reads reads;
    private final MessageSource texts;

    FigureExports(Reads reads, MessageSource texts) {
        this.reads = reads;
        this.texts = texts;
    }

    @GetMapping("/sales.{format}")
    void sales(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var asked = new Asked(http.getParameterMap());
        var days = asked.days();
        var dimensions = asked.groupBy(SalesDimension.class);
        asked.nothingElse();
        var sales = reads.read(answers -> answers.sales().answer(days, dimensions));
        var words = new Words(texts, language);
        var title = words.of("sales");
        var table = SalesLine.table(words, title, dimensions);
        Download.send(
                answer,
                as,
                FileName.of("sales", title, days, as),
                file -> table.write(file, SalesLine.of(sales, dimensions)));
    }

    @GetMapping("/income.{format}")
    void income(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var asked = new Asked(http.getParameterMap());
        var days = asked.days();
        var dimensions = asked.groupBy(IncomeDimension.class);
        asked.nothingElse();
        var income = reads.read(answers -> answers.income().answer(days, dimensions));
        var words = new Words(texts, language);
        var title = words.of("incomes");
        var table = IncomeLine.table(words, title, dimensions);
        Download.send(
                answer,
                as,
                FileName.of("income", title, days, as),
                file -> table.write(file, IncomeLine.of(income, dimensions)));
    }

    /** The dashboard, a sheet for each of its tables. */
    @GetMapping("/overview.xlsx")
    void overview(HttpServletRequest http, HttpServletResponse answer, Locale language) throws IOException {
        var asked = new Asked(http.getParameterMap());
        var days = asked.days();
        asked.nothingElse();
        var book = OverviewBook.of(reads, days);
        var words = new Words(texts, language);
        var name = FileName.of("overview", words.of("overview"), days, Format.XLSX);
        Download.send(answer, Format.XLSX, name, file -> book.write(file, words));
    }
}
