package linxi.query.print;

import java.util.ArrayList;
import java.util.List;

/** A table on a sheet. */
public final class Grid {
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    record Column(String heading, float part, boolean number) {}

    /** @param part of the width, beside those of the others */
    public Grid text(String heading, float part) {
        columns.add(new Column(heading, part, false));
        return this;
    }

    /** A column whose texts end at its right edge. */
    public Grid number(String heading, float part) {
        columns.add(new Column(heading, part, true));
        return this;
    }

    /** @param cells one a column */
    public void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    List<Column> columns() {
        return columns;
    }

    List<List<String>> rows() {
        return rows;
    }

    /** Millimetres of each column. */
    List<Float> widths(float all) {
        float parts = 0;
        for (var column : columns) {
            parts += column.part();
        }
        var widths = new ArrayList<Float>();
        for (var column : columns) {
            widths.add(all * column.part() / parts);
        }
        return widths;
    }
}
