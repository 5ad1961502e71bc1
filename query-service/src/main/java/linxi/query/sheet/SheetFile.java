package linxi.query.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.query.sheet.UnreadableFile.Reason;

/** Reads the first table of a file, whose kind is told by what it begins with, not by its name. */
public final class SheetFile {
    /** More than any form here has. */
    static final int MOST_COLUMNS = 60;

    static final int LONGEST_CELL = 2_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final int mostRows;
    private final List<SheetRow> rows = new ArrayList<>();
    /** Columns say the same again and again: each text is held once. */
    private final Map<String, String> texts = new HashMap<>();

    private SheetFile(int mostRows) {
        this.mostRows = mostRows;
    }

    /**
     * What was read.
     *
     * @param merged in the order of the file
     */
    public record Table(List<SheetRow> rows, List<Area> merged) {
        public Table {
            rows = List.copyOf(rows);
            merged = List.copyOf(merged);
        }
    }

    /**
     * @param mostRows that are not empty, the heading among them
     * @throws UnreadableFile where it is no table, or larger than one may be
     */
    public static Table read(Path file, int mostRows) {
        try {
            var table = new SheetFile(mostRows);
            var merged = table.read(file);
            if (table.rows.isEmpty()) {
                throw new UnreadableFile(Reason.EMPTY);
            }
            return new Table(table.rows, merged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Area> read(Path file) throws IOException {
        byte[] beginning;
        try (var in = Files.newInputStream(file)) {
            beginning = in.readNBytes(4);
        }
        if (Arrays.equals(beginning, ZIP)) {
            return XlsxBook.read(file, this::take);
        }
        if (Arrays.equals(beginning, COMPOUND)) {
            throw new UnreadableFile(Reason.OLD_EXCEL);
        }
        CsvSheet.read(file, this::take);
        return List.of();
    }

    /** One row, with nothing or anything in it. */
    interface Taker {
        void take(int number, List<String> cells);
    }

    private void take(int number, List<String> cells) {
        int filled = cells.size();
        while (filled > 0 && cells.get(filled - 1).isBlank()) {
            filled--;
        }
        if (filled == 0) {
            return;
        }
        if (filled > MOST_COLUMNS) {
            throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, number);
        }
        if (rows.size() == mostRows) {
            throw new UnreadableFile(Reason.TOO_MANY_ROWS, number);
        }
        var row = new ArrayList<String>(filled);
        for (var cell : cells.subList(0, filled)) {
            if (cell.length() > LONGEST_CELL) {
                throw new UnreadableFile(Reason.CELL_TOO_LONG, number);
            }
            row.add(texts.computeIfAbsent(cell.strip(), same -> same));
        }
        rows.add(new SheetRow(number, row));
    }
}
