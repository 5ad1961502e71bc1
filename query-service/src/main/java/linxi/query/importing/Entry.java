package linxi.query.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import linxi.events.Id;
import linxi.query.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, by the names of its columns. Whatever cannot be read is noted as a flaw and reads as null, so that
 * every flaw of a row is found at once.
 */
public final class Entry {
    private static final Pattern COMMAS = Pattern.compile("[,，、;；\\s]+");
    private static final BigDecimal FEN_OF_YUAN = BigDecimal.valueOf(100);
    private static final BigDecimal POINTS_OF_PERCENT = BigDecimal.valueOf(100);

    private final SheetRow row;
    private final Map<String, Integer> columns;
    private final Vocabulary words;
    private final List<Flaw> flaws;

    Entry(SheetRow row, Map<String, Integer> columns, Vocabulary words, List<Flaw> flaws) {
        this.row = row;
        this.columns = columns;
        this.words = words;
        this.flaws = flaws;
    }

    public int row() {
        return row.number();
    }

    /** What is wrong with the row as it stands, whatever it is used for. */
    void check(ImportKind kind) {
        for (var column : kind.columns()) {
            var text = text(column.name());
            if (text.startsWith("=")) {
                flaw(Wrong.FORMULA_WITHOUT_VALUE, column.name());
            } else if (text.startsWith("#")) {
                flaw(Wrong.CELL_WITH_ERROR, column.name());
            } else if (column.content().isText() && Values.isPersonal(text)) {
                flaws.add(new Flaw(row(), column.name(), null, Wrong.PERSONAL_DATA.name(), null));
            } else if (column.required() && text.isEmpty()) {
                flaw(Wrong.CELL_EMPTY, column.name());
            }
        }
    }

    /** In letters and digits of the usual width; empty where there is nothing. */
    public String text(String column) {
        return Values.plain(cell(column));
    }

    private String cell(String column) {
        var index = columns.get(column);
        return index == null ? "" : row.cell(index);
    }

    /** What is not to be read but to be kept, sign by sign; null where there is nothing. */
    public @Nullable String words(String column) {
        return has(column) ? Values.written(cell(column)) : null;
    }

    public boolean has(String column) {
        return !text(column).isEmpty();
    }

    public void flaw(Wrong wrong, String column) {
        flaw(wrong, column, null);
    }

    /** @param detail another row, say */
    public void flaw(Wrong wrong, String column, @Nullable Object detail) {
        flaws.add(new Flaw(row(), column, text(column), wrong.name(), detail == null ? null : detail.toString()));
    }

    /** Whether it is there; where it is not that is a flaw. */
    public boolean need(String column) {
        if (!has(column)) {
            flaw(Wrong.CELL_EMPTY, column);
        }
        return has(column);
    }

    private <T> @Nullable T read(String column, Wrong otherwise, Function<String, Optional<T>> reading) {
        if (!has(column)) {
            return null;
        }
        var read = reading.apply(text(column));
        if (read.isEmpty()) {
            flaw(otherwise, column);
        }
        return read.orElse(null);
    }

    public @Nullable String id(String column) {
        return read(column, Wrong.NO_ID, text -> Optional.of(text).filter(Id::isValid));
    }

    public @Nullable List<String> ids(String column) {
        return read(
                column,
                Wrong.NO_ID,
                text -> Optional.of(List.of(COMMAS.split(text)))
                        .filter(ids -> ids.stream().allMatch(Id::isValid)));
    }

    public @Nullable LocalDate day(String column) {
        return read(column, Wrong.NO_DAY, Values::day);
    }

    public @Nullable Instant time(String column) {
        return read(column, Wrong.NO_TIME, Values::time);
    }

    public @Nullable BigDecimal number(String column) {
        return read(column, Wrong.NO_NUMBER, Values::number);
    }

    /** Yuan with at most two decimals, as fen. */
    public @Nullable BigDecimal fen(String column) {
        var yuan = number(column);
        var fen = yuan == null ? null : yuan.multiply(FEN_OF_YUAN);
        if (fen != null && fen.stripTrailingZeros().scale() > 0) {
            flaw(Wrong.NOT_WHOLE_FEN, column);
            return null;
        }
        return fen == null ? null : fen.setScale(0);
    }

    /** Basis points: as they are, or 70% for 7000. */
    public @Nullable BigDecimal share(String column) {
        return read(column, Wrong.NO_SHARE, text -> {
            boolean percent = text.endsWith("%");
            var number = Values.number(percent ? text.substring(0, text.length() - 1) : text);
            return number.map(it -> percent ? it.multiply(POINTS_OF_PERCENT) : it)
                    .filter(it -> it.stripTrailingZeros().scale() <= 0)
                    .map(it -> it.setScale(0));
        });
    }

    public @Nullable String unit(String column) {
        return has(column) ? words.unit(cell(column)) : null;
    }

    /** @param kind of words, such as {@code channel} */
    public @Nullable String constant(String kind, String column) {
        return read(column, Wrong.WORD_UNKNOWN, text -> Optional.ofNullable(words.constant(kind, text)));
    }
}
