package linxi.query.screen.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import linxi.events.BaseUnit;
import linxi.events.Money;
import linxi.query.Amount;
import linxi.query.Days;
import linxi.query.sales.Beijing;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesGroup;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.screen.drill.DrillLink;
import linxi.query.sold.Measure;

/**
 * One of the large figures of a dashboard.
 *
 * @param name with {@code figure.} before it a key of the texts
 * @param link to the list under it
 */
record Figure(String name, Shown shown, String link) {
    /** All of them, in the order in which they are shown. */
    static List<Figure> of(Dashboards.Figures all, Days days, Reader reader) {
        var total = all.byProduct().total();
        var sales = DrillLink.sales(days);
        var found = new ArrayList<>(sold(total, sales, reader));
        found.add(new Figure(
                "beijing",
                beijing(all.byRegion(), reader),
                sales.with("region", Beijing.REGION).address()));
        found.add(lack("short", total.shortage(), total, sales.with("measure", Measure.SHORT), reader));
        found.add(lack("rejected", total.rejected(), total, sales.with("measure", Measure.REJECTED), reader));
        found.add(lack("lost", total.lost(), total, sales.with("measure", Measure.LOST), reader));
        if (!total.donated().isEmpty()) {
            var donated = reader.figures().amounts(total.donated());
            found.add(new Figure(
                    "donated", donated, sales.with("measure", Measure.DONATED).address()));
        }
        found.addAll(earned(all, days, reader));
        return found;
    }

    private static List<Figure> sold(SalesGroup total, DrillLink sales, Reader reader) {
        var figures = reader.figures();
        var shipments = figures.count(total.shipments());
        return List.of(
                new Figure("quantity", figures.amounts(total.quantities()), sales.address()),
                new Figure("gross", figures.money(total.gross()), sales.address()),
                new Figure("price", figures.averages(total.averagePrice()), sales.address()),
                new Figure("shipments", new Shown(shipments, shipments), sales.address()));
    }

    private static List<Figure> earned(Dashboards.Figures all, Days days, Reader reader) {
        var income = DrillLink.income(days);
        var figures = reader.figures();
        var sum = all.income().total();
        var households = figures.count(sum.households());
        return List.of(
                new Figure("income", figures.money(sum.income()), income.address()),
                new Figure(
                        "households",
                        new Shown(households, households),
                        DrillLink.earners(days).address()),
                new Figure(
                        "unattributed",
                        figures.money(all.income().unattributed()),
                        income.with("unattributed", true).address()));
    }

    /** By what it brought: pieces and kilograms do not add up. */
    private static Shown beijing(SalesAnswer byRegion, Reader reader) {
        long fen = Beijing.gross(byRegion).fen();
        var whole = byRegion.total().gross();
        var full = reader.figures().money(Money.ofFen(fen)).full() + " / "
                + reader.figures().money(whole).full();
        return new Shown(reader.figures().share(fen, whole.fen()), full);
    }

    /** Part of what was dispatched, for each unit. */
    private static Figure lack(String name, List<Amount> lacking, SalesGroup total, DrillLink link, Reader reader) {
        var dispatched = total.dispatched();
        var parts = IntStream.range(0, dispatched.size())
                .filter(i -> dispatched.get(i).amount() != 0)
                .boxed()
                .toList();
        var text = parts.stream()
                .map(i -> reader.figures()
                                .share(
                                        lacking.get(i).amount(),
                                        dispatched.get(i).amount())
                        + (parts.size() > 1 ? " " + unit(dispatched.get(i).unit(), reader) : ""))
                .collect(Collectors.joining(" · "));
        var full = parts.stream()
                .map(i -> reader.figures().amount(lacking.get(i)).full() + " / "
                        + reader.figures().amount(dispatched.get(i)).full())
                .collect(Collectors.joining(" · "));
        return new Figure(name, text.isEmpty() ? new Shown("–", "–") : new Shown(text, full), link.address());
    }

    private static String unit(BaseUnit unit, Reader reader) {
        return "(" + reader.figures().unit(unit == BaseUnit.GRAM ? "KILOGRAM" : "PIECE") + ")";
    }
}
