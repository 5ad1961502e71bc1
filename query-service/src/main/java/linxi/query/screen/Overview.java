package linxi.query.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import linxi.query.Amount;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.income.IncomeAnswer;
import linxi.query.income.IncomeDimension;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesDimension;
import linxi.query.sales.SalesGroup;
import linxi.query.web.AsOf;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** 看板: what was sold, and what households earned from it. Each figure is the one of the API, written for people. */
@Controller
class Overview {
    private final Reads reads;

    Overview(Reads reads) {
        this.reads = reads;
    }

    /** One line of a table: what it is about, how much was sold, for how much, and its part of the whole. */
    record Line(String name, Shown quantity, Shown gross, Shown averagePrice, int percent) {}

    /** One path, or one status, of income. */
    record Earned(String name, Shown income, String households, int percent) {}

    @GetMapping("/overview")
    String overview(HttpServletRequest http, HttpServletResponse answer, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        var days = asked.days();
        asked.nothingElse();
        var reader = new Reader(language);
        var figures = reader.figures();
        var products = sales(days, SalesDimension.PRODUCT);
        var total = products.total();
        var byPath = income(days, IncomeDimension.PATH);
        model.addAttribute("asOf", answer.getHeader(AsOf.POSITION));
        model.addAttribute("from", days.from());
        model.addAttribute("to", days.to());
        model.addAttribute("query", query(days));
        model.addAttribute("empty", total.shipments() == 0);
        model.addAttribute("quantity", figures.amounts(total.quantities()));
        model.addAttribute("gross", figures.money(total.gross()));
        model.addAttribute("shipments", figures.count(total.shipments()));
        model.addAttribute("notAccepted", figures.amounts(notAccepted(total)));
        model.addAttribute("income", figures.money(byPath.total().income()));
        model.addAttribute("households", figures.count(byPath.total().households()));
        model.addAttribute("unattributed", figures.money(byPath.unattributed()));
        model.addAttribute("products", lines(products, "product", reader));
        model.addAttribute("markets", lines(sales(days, SalesDimension.MARKET), "market", reader));
        model.addAttribute("channels", lines(sales(days, SalesDimension.CHANNEL), "channel", reader));
        model.addAttribute("months", lines(sales(days, SalesDimension.MONTH), "month", reader));
        model.addAttribute("paths", earned(byPath, "path", reader));
        return "overview";
    }

    /** The same days, for a link. */
    private static String query(Days days) {
        var query = UriComponentsBuilder.newInstance();
        return query.queryParamIfPresent("from", Optional.ofNullable(days.from()))
                .queryParamIfPresent("to", Optional.ofNullable(days.to()))
                .toUriString();
    }

    private SalesAnswer sales(Days days, SalesDimension by) {
        return reads.read(answers -> answers.sales().answer(days, List.of(by)));
    }

    private IncomeAnswer income(Days days, IncomeDimension by) {
        return reads.read(answers -> answers.income().answer(days, List.of(by)));
    }

    private static List<Amount> notAccepted(SalesGroup total) {
        var sums = new ArrayList<Amount>();
        for (var shortage : total.shortage()) {
            long sum = shortage.amount();
            for (var others : List.of(total.rejected(), total.lost())) {
                for (var other : others) {
                    sum += other.unit() == shortage.unit() ? other.amount() : 0;
                }
            }
            sums.add(Amount.of(sum, shortage.unit()));
        }
        return sums;
    }

    private static List<Line> lines(SalesAnswer answer, String dimension, Reader reader) {
        var figures = reader.figures();
        long whole = answer.total().gross().fen();
        return answer.groups().stream()
                .map(group -> new Line(
                        name(group.key(), dimension, reader),
                        figures.amounts(group.sums().quantities()),
                        figures.money(group.sums().gross()),
                        figures.averages(group.sums().averagePrice()),
                        percent(group.sums().gross().fen(), whole)))
                .toList();
    }

    private static List<Earned> earned(IncomeAnswer answer, String dimension, Reader reader) {
        var figures = reader.figures();
        long whole = answer.total().income().fen();
        return answer.groups().stream()
                .map(group -> new Earned(
                        name(group.key(), dimension, reader),
                        figures.money(group.sum().income()),
                        figures.count(group.sum().households()),
                        percent(group.sum().income().fen(), whole)))
                .toList();
    }

    /** Of a bar's length, 0 to 100. */
    private static int percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.clamp((200 * part + whole) / (2 * whole), 0, 100);
    }

    /** A name in the reader's language; a constant or a month as it is, for the page to translate. */
    private static String name(Map<String, @Nullable Object> key, String dimension, Reader reader) {
        return switch (key.get(dimension)) {
            case Named named -> reader.name(named);
            case null -> "–";
            case Object constant -> constant.toString();
        };
    }
}
