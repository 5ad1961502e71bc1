package linxi.query.sheet;

import org.jspecify.annotations.Nullable;

/** A file is none that can be read as a table. */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No byte, or no line with anything in it. */
        EMPTY,
        /** The format of Excel 97. */
        OLD_EXCEL,
        /** No workbook of Excel, though it begins like one: broken, or with a password. */
        BROKEN_EXCEL,
        /** Unpacked, it is larger than anything that people type. */
        UNPACKS_TOO_LARGE,
        /** Neither UTF-8 nor GB18030 nor UTF-16. */
        UNKNOWN_ENCODING,
        /** A quotation mark that is never closed, or the like. */
        BROKEN_CSV,
        CELL_TOO_LONG,
        TOO_MANY_COLUMNS,
        TOO_MANY_ROWS
    }

    private final Reason reason;
    private final int row;

    UnreadableFile(Reason reason) {
        this(reason, 0, null);
    }

    /** @param row where; 0 where it is the whole */
    public UnreadableFile(Reason reason, int row) {
        this(reason, row, null);
    }

    UnreadableFile(Reason reason, int row, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.row = row;
    }

    public Reason reason() {
        return reason;
    }

    public int row() {
        return row;
    }
}
