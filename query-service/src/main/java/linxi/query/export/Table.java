package linxi.query.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What lines of one kind look like in a file. */
final class Table<T> {
    private final Words words;
    private final String title;
    private final List<Column<T>> columns = new ArrayList<>();

    Table(Words words, String title) {
        this.words = words;
        this.title = title;
    }

    /** @param heading its key below {@code export} */
    Table<T> with(String heading, Function<? super T, Cell> cell) {
        columns.add(new Column<>(words.of(heading), cell));
        return this;
    }

    void begin(TableFile file) throws IOException {
        file.begin(title, columns.stream().map(Column::heading).toList());
    }

    void line(TableFile file, T line) throws IOException {
        file.row(columns.stream().map(column -> column.cell().apply(line)).toList());
    }

    /** All of a table. */
    void write(TableFile file, List<? extends T> lines) throws IOException {
        begin(file);
        lines(file, lines);
    }

    void lines(TableFile file, List<? extends T> lines) throws IOException {
        for (var line : lines) {
            line(file, line);
        }
    }
}
