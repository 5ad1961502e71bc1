package linxi.query.screen.paper;

import static linxi.query.sales.SalesDimension.CHANNEL;
import static linxi.query.sales.SalesDimension.DAY;
import static linxi.query.sales.SalesDimension.MARKET;
import static linxi.query.sales.SalesDimension.MONTH;
import static linxi.query.sales.SalesDimension.PRODUCT;
import static linxi.query.sales.SalesDimension.REGION;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import linxi.query.Amount;
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
import linxi.query.sales.Beijing;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesDimension;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;

/** 看板, to be filed: the totals and the tables of the page. */
final class OverviewPaper {
    /** Some fifty to a page. */
    private static final int MOST_ROWS = 5_000;

    private final Days days;
    private final Map<SalesDimension, SalesAnswer> sales;
    private final SalesAnswer byRegion;
    private final SalesAnswer matrix;
    private final IncomeAnswer income;

    private OverviewPaper(
            Days days,
            Map<SalesDimension, SalesAnswer> sales,
            SalesAnswer byRegion,
            SalesAnswer matrix,
            IncomeAnswer income) {
        this.days = days;
        this.sales = sales;
        this.byRegion = byRegion;
        this.matrix = matrix;
        this.income = income;
    }

    /** @throws Refused where it would be longer than anybody reads */
    static OverviewPaper of(Reads reads, Days days) {
        var views = List.of(PRODUCT, MARKET, CHANNEL, days.areDaily() ? DAY : MONTH);
        var asked = new ArrayList<>(views.stream().map(List::of).toList());
        asked.add(List.of(MARKET, PRODUCT));
        asked.add(List.of(REGION));
        var answers = reads.read(all -> all.sales().answers(days, asked));
        var matrix = answers.get(views.size());
        var sales = new EnumMap<SalesDimension, SalesAnswer>(SalesDimension.class);
        int rows = matrix.groups().size();
        for (int i = 0; i < views.size(); i++) {
            rows += answers.get(i).groups().size();
            sales.put(views.get(i), answers.get(i));
        }
        if (rows > MOST_ROWS) {
            throw new Refused(QueryRule.TOO_MANY_ROWS, null, Integer.toString(MOST_ROWS));
        }
        var income = reads.read(all -> all.income().answer(days, List.of(IncomeDimension.PATH)));
        return new OverviewPaper(days, sales, answers.getLast(), matrix, income);
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
        sheet.heading(words.of("overview.by.matrix"));
        sheet.table(matrix(words));
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
        var total = Objects.requireNonNull(sales.get(PRODUCT)).total();
        var figures = words.figures();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.of("overview.quantity"), Wording.full(figures.amounts(total.quantities()))));
        facts.add(new Fact(words.of("overview.gross"), Wording.full(figures.money(total.gross()))));
        facts.add(new Fact(words.of("figure.price"), Wording.full(figures.averages(total.averagePrice()))));
        facts.add(new Fact(words.of("overview.shipments"), figures.count(total.shipments())));
        facts.add(new Fact(
                words.of("figure.beijing"),
                figures.share(Beijing.gross(byRegion).fen(), total.gross().fen())));
        facts.add(lack("short", total.shortage(), total.dispatched(), words));
        facts.add(lack("rejected", total.rejected(), total.dispatched(), words));
        facts.add(lack("lost", total.lost(), total.dispatched(), words));
        facts.add(new Fact(words.of("figure.donated"), Wording.full(figures.amounts(total.donated()))));
        facts.add(new Fact(
                words.of("overview.income"),
                Wording.full(figures.money(income.total().income()))));
        facts.add(new Fact(
                words.of("overview.households"), figures.count(income.total().households())));
        facts.add(new Fact(words.of("overview.unattributed"), Wording.full(figures.money(income.unattributed()))));
        return facts;
    }

    /** How much, and which part of what was dispatched, unit by unit. */
    private static Fact lack(String name, List<Amount> lacking, List<Amount> dispatched, Wording words) {
        var figures = words.figures();
        var parts = IntStream.range(0, lacking.size())
                .filter(i -> lacking.get(i).amount() != 0)
                .mapToObj(i -> figures.amount(lacking.get(i)).full() + " ("
                        + figures.share(
                                lacking.get(i).amount(), dispatched.get(i).amount()) + ")")
                .collect(Collectors.joining(" + "));
        return new Fact(words.of("figure." + name), parts.isEmpty() ? "–" : parts);
    }

    private Grid matrix(Wording words) {
        var grid = new Grid()
                .text(words.of("overview.market"), 3)
                .text(words.of("overview.product"), 3)
                .number(words.of("overview.quantity"), 2.5f)
                .number(words.of("overview.gross"), 2.5f);
        for (var group : matrix.groups()) {
            grid.row(
                    shown(group.key().get("market"), "market", words),
                    shown(group.key().get("product"), "product", words),
                    Wording.full(words.figures().amounts(group.sums().quantities())),
                    Wording.full(words.figures().money(group.sums().gross())));
        }
        return grid;
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
