package linxi.bench;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as Markdown. */
final class Table {
    private Table() {}

    static String of(List<Row> rows) {
        return rows.stream()
                .map(Table::line)
                .collect(Collectors.joining(
                        "\n", "| what | ours | beside | figure | target | |\n|---|---|---|---|---|---|\n", "\n"));
    }

    private static String line(Row row) {
        return "| %s | %s | %s | **%s** | %s | %s |"
                .formatted(
                        row.what(),
                        row.ours(),
                        row.beside(),
                        row.figure().shown(),
                        row.target(),
                        row.target() instanceof Target.None ? "" : row.isMet() ? "met" : "missed");
    }
}
