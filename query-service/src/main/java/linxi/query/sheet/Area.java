package linxi.query.sheet;

import java.util.regex.Pattern;

/**
 * Cells that were merged into one, which only the first of them shows.
 *
 * @param firstRow as Excel counts, from 1
 * @param firstColumn from 0
 */
public record Area(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7})(?::\\$?([A-Z]{1,3})\\$?([0-9]{1,7}))?");

    /** @throws UnreadableFile unless it is such as {@code A1:B3} */
    static Area of(String reference) {
        var matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            throw new UnreadableFile(UnreadableFile.Reason.BROKEN_EXCEL);
        }
        int column = column(matcher.group(1));
        int row = Integer.parseInt(matcher.group(2));
        return matcher.group(3) == null
                ? new Area(row, column, row, column)
                : new Area(row, column, Integer.parseInt(matcher.group(4)), column(matcher.group(3)));
    }

    /** {@code A} is 0, {@code AA} is 26. */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    /** 0 is {@code A}, 26 is {@code AA}. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }
}
