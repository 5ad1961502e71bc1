package linxi.query.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import linxi.events.BaseUnit;
import linxi.query.Amount;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesDimension;
import linxi.query.sales.SalesGroup;
import org.jspecify.annotations.Nullable;

/** A group of sales in one unit: kilograms and pieces do not add up, so each has a line, with its own part of the gross. */
record SalesLine(Map<String, @Nullable Object> key, SalesGroup sums, SalesGroup.Worth worth) {
    /** Of each group; of the total where nothing was asked to group by. */
    static List<SalesLine> of(SalesAnswer answer, List<SalesDimension> dimensions) {
        return dimensions.isEmpty()
                ? of(Map.of(), answer.total()).toList()
                : answer.groups().stream()
                        .flatMap(group -> of(group.key(), group.sums()))
                        .toList();
    }

    private static Stream<SalesLine> of(Map<String, @Nullable Object> key, SalesGroup sums) {
        return sums.grossByUnit().stream().map(worth -> new SalesLine(key, sums, worth));
    }

    static Table<SalesLine> table(Words words, String title, List<SalesDimension> dimensions) {
        var table = new Table<SalesLine>(words, title);
        new GroupColumns<>(words, table, SalesLine::key).addSales(dimensions);
        return table.with("quantity", it -> it.amount(it.sums().quantities()))
                .with("unit", it -> words.unit(it.unit()))
                .with("gross", it -> Cell.yuan(it.worth().gross()))
                .with("average", SalesLine::average)
                .with("shipments.group", it -> Cell.count(it.sums().shipments()))
                .with("dispatched", it -> it.amount(it.sums().dispatched()))
                .with("short", it -> it.amount(it.sums().shortage()))
                .with("rejected", it -> it.amount(it.sums().rejected()))
                .with("lost", it -> it.amount(it.sums().lost()))
                .with("over", it -> it.amount(it.sums().over()))
                .with("donated", it -> it.amount(it.sums().donated()));
    }

    private BaseUnit unit() {
        return worth.unit();
    }

    private Cell amount(List<Amount> amounts) {
        long sum = amounts.stream()
                .filter(it -> it.unit() == unit())
                .mapToLong(Amount::amount)
                .sum();
        return Cell.amount(sum, unit());
    }

    /** Yuan for a kilogram or piece, with the four decimals that it is computed to. */
    private Cell average() {
        return sums.averagePrice().stream()
                .filter(it -> it.per().base() == unit())
                .<Cell>map(it -> new Cell.Figure(it.fen().movePointLeft(2)))
                .findFirst()
                .orElse(Cell.EMPTY);
    }
}
