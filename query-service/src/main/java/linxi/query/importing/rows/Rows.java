package linxi.query.importing.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import linxi.query.importing.Entry;
import linxi.query.importing.Wrong;
import org.jspecify.annotations.Nullable;

/** The rows of one thing: what holds for all of it may stand in each of them, or only in one. */
final class Rows {
    private final List<Entry> entries;

    private Rows(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Rows whose cells in a column say the same belong together, wherever they stand; without it each is on its own. */
    static List<Rows> by(String column, List<Entry> entries) {
        var groups = new LinkedHashMap<String, List<Entry>>();
        for (var entry : entries) {
            var name = entry.has(column) ? "=" + entry.text(column) : "row " + entry.row();
            groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry);
        }
        return groups.values().stream().map(Rows::new).toList();
    }

    List<Entry> entries() {
        return entries;
    }

    Entry first() {
        return entries.getFirst();
    }

    List<Integer> numbers() {
        return entries.stream().map(Entry::row).toList();
    }

    /** What a column says of the whole; every other row that says anything else has a flaw. */
    <T> @Nullable T one(String column, Function<Entry, @Nullable T> reading) {
        return one(column, entries, reading);
    }

    /** The same of some of the rows. */
    static <T> @Nullable T one(String column, List<Entry> entries, Function<Entry, @Nullable T> reading) {
        T found = null;
        int at = 0;
        for (var entry : entries) {
            var read = reading.apply(entry);
            if (found == null) {
                found = read;
                at = entry.row();
            } else if (read != null && !read.equals(found)) {
                entry.flaw(Wrong.DIFFERS_FROM_ROW, column, at);
            }
        }
        return found;
    }

    /** Notes every row that says what a row above says, where each may say it once. */
    static void once(String column, List<Entry> entries, Function<Entry, @Nullable String> name) {
        var seen = new LinkedHashMap<String, Integer>();
        for (var entry : entries) {
            var text = name.apply(entry);
            var before = text == null ? null : seen.putIfAbsent(text, entry.row());
            if (before != null) {
                entry.flaw(Wrong.SAME_AS_ROW, column, before);
            }
        }
    }
}
