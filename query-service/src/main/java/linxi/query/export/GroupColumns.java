package linxi.query.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import linxi.query.Named;
import linxi.query.income.IncomeDimension;
import linxi.query.sales.SalesDimension;
import org.jspecify.annotations.Nullable;

/** What a group is about: a column for each dimension, or two where it has an id and a name. */
final class GroupColumns<T> {
    private final Words words;
    private final Table<T> table;
    private final Function<? super T, Map<String, @Nullable Object>> key;

    GroupColumns(Words words, Table<T> table, Function<? super T, Map<String, @Nullable Object>> key) {
        this.words = words;
        this.table = table;
        this.key = key;
    }

    void addSales(List<SalesDimension> dimensions) {
        for (var dimension : dimensions) {
            switch (dimension) {
                case PRODUCT, MARKET, ORIGIN -> named(dimension);
                case CHANNEL -> add(dimension, it -> words.constant("channel", it));
                case DAY -> add(dimension, it -> it == null ? Cell.EMPTY : Cell.day(LocalDate.parse(it.toString())));
                case BRAND, REGION, MONTH -> add(dimension, GroupColumns::asItIs);
            }
        }
    }

    void addIncome(List<IncomeDimension> dimensions) {
        for (var dimension : dimensions) {
            switch (dimension) {
                case ORIGIN, PRODUCT, VILLAGE -> named(dimension);
                case PATH -> add(dimension, it -> words.constant("path", it));
                case STATUS -> add(dimension, it -> words.constant("status", it));
                case MONTH -> add(dimension, GroupColumns::asItIs);
            }
        }
    }

    private void named(Enum<?> dimension) {
        var name = nameOf(dimension);
        var _ = table.with(
                name + ".id", line -> key.apply(line).get(name) instanceof Named it ? Cell.text(it.id()) : Cell.EMPTY);
        add(dimension, it -> it instanceof Named named ? words.name(named) : Cell.EMPTY);
    }

    private void add(Enum<?> dimension, Function<@Nullable Object, Cell> cell) {
        var name = nameOf(dimension);
        var _ = table.with(name, line -> cell.apply(key.apply(line).get(name)));
    }

    private static String nameOf(Enum<?> dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }

    private static Cell asItIs(@Nullable Object value) {
        return value == null ? Cell.EMPTY : Cell.text(value.toString());
    }
}
