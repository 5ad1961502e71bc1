package linxi.query.export;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param heading in the reader's language
 * @param cell what a line has there
 */
record Column<T>(String heading, Function<? super T, Cell> cell) {}
