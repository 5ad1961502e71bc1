package linxi.query.screen.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.sales.SalesAnswer;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.screen.drill.DrillLink;
import org.jspecify.annotations.Nullable;

/**
 * Markets by products, for how much.
 *
 * @param products those that brought most, at most {@value #MOST}
 * @param others how many more there are
 */
record Matrix(List<Column> products, List<Row> rows, int others) {
    private static final int MOST = 10;

    /** How dark the darkest cell is. */
    private static final int LEVELS = 5;

    record Column(String id, String name) {}

    record Row(String id, String name, List<Cell> cells) {}

    /**
     * Where a market and a product meet.
     *
     * @param shown null where nothing was sold
     * @param level 0 to {@value #LEVELS}, by its part of the largest
     */
    record Cell(
            @Nullable Shown shown,
            @Nullable Shown quantity,
            @Nullable String link,
            int level) {
        static final Cell EMPTY = new Cell(null, null, null, 0);
    }

    static Matrix of(SalesAnswer answer, List<Line> markets, List<Line> products, Days days, Reader reader) {
        var columns = Line.top(products, MOST).stream()
                .map(it -> new Column(it.key(), it.name()))
                .toList();
        long largest = answer.groups().stream()
                .mapToLong(group -> group.sums().gross().fen())
                .max()
                .orElse(0);
        var cells = new HashMap<List<String>, Cell>();
        answer.groups().forEach(group -> cells.put(place(group.key()), cell(group, largest, days, reader)));
        var rows = new ArrayList<Row>();
        for (var market : markets) {
            rows.add(new Row(
                    market.key(),
                    market.name(),
                    columns.stream()
                            .map(it -> cells.getOrDefault(List.of(market.key(), it.id()), Cell.EMPTY))
                            .toList()));
        }
        return new Matrix(columns, rows, products.size() - columns.size());
    }

    private static List<String> place(Map<String, @Nullable Object> key) {
        return List.of(id(key.get("market")), id(key.get("product")));
    }

    private static String id(@Nullable Object named) {
        return named instanceof Named it ? it.id() : "";
    }

    private static Cell cell(SalesAnswer.Group group, long largest, Days days, Reader reader) {
        var place = place(group.key());
        long fen = group.sums().gross().fen();
        int level = largest <= 0 || fen <= 0 ? 0 : (int) Math.ceilDiv(LEVELS * fen, largest);
        return new Cell(
                reader.figures().money(group.sums().gross()),
                reader.figures().amounts(group.sums().quantities()),
                DrillLink.sales(days)
                        .with("market", place.getFirst())
                        .with("product", place.getLast())
                        .address(),
                level);
    }
}
