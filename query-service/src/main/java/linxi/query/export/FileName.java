package linxi.query.export;

import linxi.query.Days;

/**
 * What a file is called.
 *
 * @param ascii for programs that know no other names
 * @param shown in the reader's language
 */
public record FileName(String ascii, String shown) {
    static FileName of(String ascii, String shown, Days days, Format format) {
        return of(ascii, shown, span(days) + "." + format.extension());
    }

    public static FileName pdf(String ascii, String shown, Days days) {
        return of(ascii, shown, span(days) + ".pdf");
    }

    private static FileName of(String ascii, String shown, String rest) {
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
