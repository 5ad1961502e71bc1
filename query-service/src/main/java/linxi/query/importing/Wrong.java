package linxi.query.importing;

/** What can be wrong with a cell or a row before anybody is asked; the texts are {@code imports.wrong.<name>}. */
public enum Wrong {
    COLUMN_MISSING,
    COLUMN_UNKNOWN,
    COLUMN_TWICE,
    VALUE_WITHOUT_HEADING,
    MERGED_CELLS,
    FORMULA_WITHOUT_VALUE,
    CELL_WITH_ERROR,
    PERSONAL_DATA,
    CELL_EMPTY,
    NO_ID,
    NO_DAY,
    NO_TIME,
    NO_NUMBER,
    NO_SHARE,
    NOT_WHOLE_FEN,
    WORD_UNKNOWN,
    /** From the same column further up, of the same lot, shipment or agreement. */
    DIFFERS_FROM_ROW,
    SAME_AS_ROW,
    QUANTITY_UNCLEAR,
    NUMBER_OR_TIME_MISSING
}
