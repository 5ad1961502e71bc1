package linxi.query.sheet;

import java.util.List;

/**
 * A line of a table that has something in it.
 *
 * @param number as Excel counts, from 1
 * @param cells what each shows, empty where there is nothing: numbers plainly, days as {@code 2020-07-01}, times as
 *     {@code 2020-07-01 08:30:00}, percentages as {@code 70%}, errors as {@code #N/A}, formulas that nobody computed as
 *     {@code =A1+B1}
 */
public record SheetRow(int number, List<String> cells) {
    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** Empty where the row is shorter. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
