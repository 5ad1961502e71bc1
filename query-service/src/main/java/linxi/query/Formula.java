package linxi.query;

/** What a spreadsheet takes for a formula: our files guard texts that look like one, and drop the guard when they are read. */
public final class Formula {
    /** Some spreadsheets take the wide signs of East Asia for the narrow ones. */
    private static final String SIGNS = "=+-@\t\r＝＋－＠";

    private static final char GUARD = '\'';

    private Formula() {}

    /** Such that nobody's spreadsheet computes it. */
    public static String guarded(String text) {
        return beginsAt(0, text) ? GUARD + text : text;
    }

    /** As it was before it was guarded. */
    public static String unguarded(String text) {
        return !text.isEmpty() && text.charAt(0) == GUARD && beginsAt(1, text) ? text.substring(1) : text;
    }

    private static boolean beginsAt(int index, String text) {
        return text.length() > index && SIGNS.indexOf(text.charAt(index)) >= 0;
    }
}
