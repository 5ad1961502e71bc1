package linxi.query.screen.paper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.income.IncomeAnswer;
import linxi.query.income.IncomeDimension;
import linxi.query.print.Grid;
import linxi.query.print.Pdf;
import linxi.query.print.Sheet;
import linxi.query.print.Sheet.Fact;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesDimension;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;

/** 看板, to be filed: the totals and the tables of the page. */
final class OverviewPaper {
    private static final List<SalesDimension> VIEWS =
            List.of(SalesDimension.PRODUCT, SalesDimension.MARKET, SalesDimension.CHANNEL, SalesDimension.MONTH);

    /** Some fifty to a page. */
    private static final int MOST_ROWS = 5_000;

    private final Days days;
    private final Map<SalesDimension, SalesAnswer> sales;
    private final IncomeAnswer income;

    private OverviewPaper(Days days, Map<SalesDimension, SalesAnswer> sales, IncomeAnswer income) {
        this.days = days;
        this.sales = sales;
        this.income = income;
    }

    /** @throws Refused where it would be longer than anybody reads */
    static OverviewPaper of(Reads reads, Days days) {
        var sales = new EnumMap<SalesDimension, SalesAnswer>(SalesDimension.class);
        int rows = 0;
        for (var view : VIEWS) {
            var answer = reads.read(answers -> answers.sales().answer(days, List.of(view)));
            rows += answer.groups().size();
            sales.put(view, answer);
        }
        if (rows > MOST_ROWS) {
            throw new Refused(QueryRule.TOO_MANY_ROWS, null, Integer.toString(MOST_ROWS));
        }
        var income = reads.read(answers -> answers.income().answer(days, List.of(IncomeDimension.PATH)));
        return new OverviewPaper(days, sales, income);
    }

    void draw(Pdf pdf, Wording words, String made) {
        var sheet = new Sheet(pdf);
        sheet.title(words.of("home.title"), words.of("paper.days", day(days.from(), words), day(days.to(), words)));
        sheet.heading(words.of("export.totals"));
        sheet.facts(totals(words));
        sales.forEach((view, answer) -> {
            var name = name(view);
            sheet.heading(words.of("overview.by." + name));
            sheet.table(table(answer, name, words));
        });
        sheet.heading(words.of("overview.by.path"));
        sheet.table(paths(words));
        sheet.foot(made, (page, all) -> words.of("paper.page", page, all));
    }

    private static String day(@Nullable Object day, Wording words) {
        return day == null ? words.of("paper.open") : day.toString();
    }

    private static String name(Enum<?> view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    private List<Fact> totals(Wording words) {
        var total = Objects.requireNonNull(sales.get(SalesDimension.PRODUCT)).total();
        var figures = words.figures();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.of("overview.quantity"), Wording.full(figures.amounts(total.quantities()))));
        facts.add(new Fact(words.of("overview.gross"), Wording.full(figures.money(total.gross()))));
        facts.add(new Fact(words.of("overview.shipments"), figures.count(total.shipments())));
        facts.add(new Fact(words.of("tally.short"), Wording.full(figures.amounts(total.shortage()))));
        facts.add(new Fact(words.of("tally.rejected"), Wording.full(figures.amounts(total.rejected()))));
        facts.add(new Fact(words.of("tally.lost"), Wording.full(figures.amounts(total.lost()))));
        facts.add(new Fact(
                words.of("overview.income"),
                Wording.full(figures.money(income.total().income()))));
        facts.add(new Fact(
                words.of("overview.households"), figures.count(income.total().households())));
        facts.add(new Fact(words.of("overview.unattributed"), Wording.full(figures.money(income.unattributed()))));
        return facts;
    }

    private static Grid table(SalesAnswer answer, String dimension, Wording words) {
        var grid = new Grid()
                .text(words.of("overview." + dimension), 3)
                .number(words.of("overview.quantity"), 2.5f)
                .number(words.of("overview.gross"), 2.5f)
                .number(words.of("overview.price"), 2.5f)
                .number(words.of("overview.shipments"), 1.2f);
        var figures = words.figures();
        for (var group : answer.groups()) {
            grid.row(
                    shown(group.key().get(dimension), dimension, words),
                    Wording.full(figures.amounts(group.sums().quantities())),
                    Wording.full(figures.money(group.sums().gross())),
                    Wording.full(figures.averages(group.sums().averagePrice())),
                    figures.count(group.sums().shipments()));
        }
        return grid;
    }

    private static String shown(@Nullable Object key, String dimension, Wording words) {
        return switch (key) {
            case null -> "–";
            case Named named -> words.name(named);
            case Object constant when dimension.equals("channel") -> words.of("channel." + constant);
            case Object other -> other.toString();
        };
    }

    private Grid paths(Wording words) {
        var grid = new Grid()
                .text(words.of("overview.path"), 3)
                .number(words.of("overview.income"), 2.5f)
                .number(words.of("overview.households"), 2.5f);
        for (var group : income.groups()) {
            grid.row(
                    words.of("path." + group.key().get("path")),
                    Wording.full(words.figures().money(group.sum().income())),
                    words.figures().count(group.sum().households()));
        }
        return grid;
    }
}
