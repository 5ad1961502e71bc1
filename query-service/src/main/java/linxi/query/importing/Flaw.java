package linxi.query.importing;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with one cell, or with a row.
 *
 * @param row as Excel counts, from 1
 * @param column the name of one, or a heading that is none; null where it is the row
 * @param value what stands there; null where it is nobody's to see again
 * @param rule a constant of {@link Wrong}, or the rule by which a command was refused
 * @param detail the other row that is meant, or what was said of a refused command
 */
public record Flaw(
        int row,
        @Nullable String column,
        @Nullable String value,
        String rule,
        @Nullable String detail) {}
