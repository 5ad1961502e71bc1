package linxi.query.export;

import linxi.query.Days;

/**
 * What a file is called.
 *
 * @param ascii for programs that know no other names
 * @param shown in the reader's language
 */
record FileName(String ascii, String shown) {
    static FileName of(String ascii, String shown, Days days, Format format) {
        var rest = span(days) + "." + format.extension();
        return new FileName(ascii + rest, shown + rest);
    }

    /** An open end stays empty. */
    private static String span(Days days) {
        if (days.equals(Days.ALL)) {
            return "";
        }
        var from = days.from() == null ? "" : days.from().toString();
        var to = days.to() == null ? "" : days.to().toString();
        return "_" + from + "_" + to;
    }
}
