package linxi.query.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    private static final List<SalesDimension> VIEWS =
            List.of(SalesDimension.PRODUCT, SalesDimension.MARKET, SalesDimension.CHANNEL, SalesDimension.MONTH);

    private final Map<SalesDimension, SalesAnswer> sales;
    private final IncomeAnswer income;

    private OverviewBook(Map<SalesDimension, SalesAnswer> sales, IncomeAnswer income) {
        this.sales = sales;
        this.income = income;
    }

    static OverviewBook of(Reads reads, Days days) {
        var sales = new LinkedHashMap<SalesDimension, SalesAnswer>();
        for (var view : VIEWS) {
            sales.put(view, reads.read(answers -> answers.sales().answer(days, List.of(view))));
        }
        var income = reads.read(answers -> answers.income().answer(days, List.of(IncomeDimension.PATH)));
        return new OverviewBook(sales, income);
    }

    void write(TableFile file, Words words) throws IOException {
        totals(words).write(file, figures(words));
        for (var view : sales.entrySet()) {
            var by = List.of(view.getKey());
            var title = words.of("by." + view.getKey().name().toLowerCase(Locale.ROOT));
            SalesLine.table(words, title, by).write(file, SalesLine.of(view.getValue(), by));
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
        var total = Objects.requireNonNull(sales.get(SalesDimension.PRODUCT)).total();
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
