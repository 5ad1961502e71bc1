package linxi.query.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import linxi.events.Money;
import linxi.query.Amount;
import linxi.query.Days;
import linxi.query.income.IncomeAnswer;
import linxi.query.income.IncomeDimension;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesDimension;
import linxi.query.web.Reads;

/** All of the dashboard: its figures, and each of its tables. */
final class OverviewBook {
    private static final List<List<SalesDimension>> VIEWS = List.of(
            List.of(SalesDimension.PRODUCT),
            List.of(SalesDimension.MARKET),
            List.of(SalesDimension.CHANNEL),
            List.of(SalesDimension.MONTH),
            List.of(SalesDimension.MARKET, SalesDimension.PRODUCT));

    private final List<SalesAnswer> sales;
    private final IncomeAnswer income;

    private OverviewBook(List<SalesAnswer> sales, IncomeAnswer income) {
        this.sales = sales;
        this.income = income;
    }

    static OverviewBook of(Reads reads, Days days) {
        return new OverviewBook(
                reads.read(answers -> answers.sales().answers(days, VIEWS)),
                reads.read(answers -> answers.income().answer(days, List.of(IncomeDimension.PATH))));
    }

    void write(TableFile file, Words words) throws IOException {
        totals(words).write(file, figures(words));
        for (int i = 0; i < VIEWS.size(); i++) {
            var by = VIEWS.get(i);
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
        found.add(new Figure(words.of("shipments.count"), Cell.count(total.shipments()), Cell.EMPTY));
        addAmounts(found, words, "dispatched", total.dispatched());
        addAmounts(found, words, "short", total.shortage());
        addAmounts(found, words, "rejected", total.rejected());
        addAmounts(found, words, "lost", total.lost());
        addAmounts(found, words, "donated", total.donated());
        addMoney(found, words, "income", income.total().income());
        found.add(new Figure(words.of("households"), Cell.count(income.total().households()), Cell.EMPTY));
        addMoney(found, words, "unattributed", income.unattributed());
        return found;
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
