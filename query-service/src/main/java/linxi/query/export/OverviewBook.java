package linxi.query.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import linxi.events.Money;
import linxi.query.Amount;
import linxi.query.Days;
import linxi.query.Percent;
import linxi.query.income.IncomeAnswer;
import linxi.query.income.IncomeDimension;
import linxi.query.sales.Beijing;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesDimension;
import linxi.query.web.Reads;

/** All of the dashboard: its figures, and each of its tables. */
final class OverviewBook {
    private final List<List<SalesDimension>> views;
    private final List<SalesAnswer> sales;
    private final SalesAnswer byRegion;
    private final IncomeAnswer income;

    private OverviewBook(
            List<List<SalesDimension>> views, List<SalesAnswer> sales, SalesAnswer byRegion, IncomeAnswer income) {
        this.views = views;
        this.sales = sales;
        this.byRegion = byRegion;
        this.income = income;
    }

    static OverviewBook of(Reads reads, Days days) {
        var views = List.of(
                List.of(SalesDimension.PRODUCT),
                List.of(SalesDimension.MARKET),
                List.of(SalesDimension.CHANNEL),
                List.of(days.areDaily() ? SalesDimension.DAY : SalesDimension.MONTH),
                List.of(SalesDimension.MARKET, SalesDimension.PRODUCT));
        var asked = new ArrayList<>(views);
        asked.add(List.of(SalesDimension.REGION));
        var sales = reads.read(answers -> answers.sales().answers(days, asked));
        return new OverviewBook(
                views,
                sales.subList(0, views.size()),
                sales.getLast(),
                reads.read(answers -> answers.income().answer(days, List.of(IncomeDimension.PATH))));
    }

    void write(TableFile file, Words words) throws IOException {
        totals(words).write(file, figures(words));
        for (int i = 0; i < views.size(); i++) {
            var by = views.get(i);
            var names =
                    by.stream().map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
            var title = words.of("by." + String.join(".", names));
            SalesLine.table(words, title, by).write(file, SalesLine.of(sales.get(i), by));
        }
        var byPath = List.of(IncomeDimension.PATH);
        IncomeLine.table(words, words.of("by.path"), byPath).write(file, IncomeLine.of(income, byPath));
    }

    /** One figure of the dashboard. */
    private record Figure(String name, Cell figure, Cell unit) {}

    private static Table<Figure> totals(Words words) {
        return new Table<Figure>(words, words.of("totals"))
                .with("measure", it -> Cell.text(it.name()))
                .with("figure", Figure::figure)
                .with("unit", Figure::unit);
    }

    private List<Figure> figures(Words words) {
        var total = sales.getFirst().total();
        var found = new ArrayList<Figure>();
        addAmounts(found, words, "quantity", total.quantities());
        addMoney(found, words, "gross", total.gross());
        for (var average : total.averagePrice()) {
            var yuan = Cell.of(average.fen().movePointLeft(2));
            found.add(new Figure(words.of("price.average"), yuan, words.yuanFor(average.per())));
        }
        found.add(new Figure(words.of("shipments.count"), Cell.count(total.shipments()), Cell.EMPTY));
        addPercent(
                found,
                words.of("beijing"),
                Beijing.gross(byRegion).fen(),
                total.gross().fen(),
                "%");
        addAmounts(found, words, "dispatched", total.dispatched());
        addLack(found, words, "short", total.shortage(), total.dispatched());
        addLack(found, words, "rejected", total.rejected(), total.dispatched());
        addLack(found, words, "lost", total.lost(), total.dispatched());
        addAmounts(found, words, "donated", total.donated());
        addMoney(found, words, "income", income.total().income());
        found.add(new Figure(words.of("households"), Cell.count(income.total().households()), Cell.EMPTY));
        addMoney(found, words, "unattributed", income.unattributed());
        return found;
    }

    /** The amounts, and which part each is of what was dispatched in its unit. */
    private static void addLack(
            List<Figure> to, Words words, String name, List<Amount> lacking, List<Amount> dispatched) {
        addAmounts(to, words, name, lacking);
        for (int i = 0; i < lacking.size(); i++) {
            var of = lacking.get(i);
            addPercent(
                    to,
                    words.of(name + ".part"),
                    of.amount(),
                    dispatched.get(i).amount(),
                    "% · " + words.unitName(of.unit()));
        }
    }

    private static void addPercent(List<Figure> to, String name, long part, long whole, String unit) {
        var percent = Percent.of(part, whole);
        to.add(new Figure(name, percent == null ? Cell.EMPTY : Cell.of(percent), Cell.text(unit)));
    }

    private static void addAmounts(List<Figure> to, Words words, String name, List<Amount> amounts) {
        for (var amount : amounts) {
            to.add(new Figure(words.of(name), Cell.amount(amount.amount(), amount.unit()), words.unit(amount.unit())));
        }
    }

    private static void addMoney(List<Figure> to, Words words, String name, Money money) {
        to.add(new Figure(words.of(name), Cell.yuan(money), words.constant("unit", "YUAN")));
    }
}
