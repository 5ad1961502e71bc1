package linxi.query.screen.drill;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.query.Amount;
import linxi.query.Asked;
import linxi.query.list.Page;
import linxi.query.sales.SalesDimension;
import linxi.query.sales.SalesGroup;
import linxi.query.screen.Reader;
import linxi.query.sold.SoldAnswer;
import linxi.query.sold.SoldQuestion;
import linxi.query.web.Reads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The shipments under a figure of sales: what each of them adds to it, and on which day. */
@Controller
class SoldScreen {
    private final Reads reads;

    SoldScreen(Reads reads) {
        this.reads = reads;
    }

    private record Both(SalesGroup figure, Page<SoldAnswer> page) {}

    /** A condition that the list keeps. */
    record Condition(SalesDimension by, String value) {}

    @GetMapping(DrillLink.SALES)
    String sold(HttpServletRequest http, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        var question = SoldQuestion.of(asked);
        var list = Paging.of(asked);
        var both = reads.read(answers ->
                new Both(answers.sold().figure(question), answers.sold().list(question, list)));
        var reader = new Reader(language);
        var figures = reader.figures();
        var total = both.figure();
        model.addAttribute("measure", question.measure());
        model.addAttribute("from", question.days().from());
        model.addAttribute("to", question.days().to());
        model.addAttribute("conditions", conditions(question, both.page(), reader));
        model.addAttribute("amount", figures.amounts(amounts(question, total)));
        model.addAttribute("gross", figures.money(total.gross()));
        model.addAttribute("shipments", figures.count(total.shipments()));
        model.addAttribute("price", figures.averages(total.averagePrice()));
        model.addAttribute(
                "rows",
                both.page()
                        .map(it -> SoldRow.of(it, question.measure(), reader))
                        .items());
        Paging.add(model, http, both.page(), "/export/sales-shipments.xlsx");
        return "sold";
    }

    private static List<Amount> amounts(SoldQuestion question, SalesGroup total) {
        return switch (question.measure()) {
            case SOLD -> total.quantities();
            case SHORT -> total.shortage();
            case REJECTED -> total.rejected();
            case LOST -> total.lost();
            case DONATED -> total.donated();
        };
    }

    /** By the names that the rows know; what is in no row is called as it was asked for. */
    private static List<Condition> conditions(SoldQuestion question, Page<SoldAnswer> page, Reader reader) {
        var names = new HashMap<String, String>();
        page.items().forEach(it -> {
            names.put(it.origin().id(), reader.name(it.origin()));
            names.put(it.market().id(), reader.name(it.market()));
            it.lines().forEach(line -> names.put(line.product().id(), reader.name(line.product())));
        });
        var found = new ArrayList<Condition>();
        for (Map.Entry<SalesDimension, String> it : question.where().entrySet()) {
            found.add(new Condition(it.getKey(), names.getOrDefault(it.getValue(), it.getValue())));
        }
        return found;
    }
}
