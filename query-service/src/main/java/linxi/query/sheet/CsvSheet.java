package linxi.query.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import linxi.query.Formula;
import linxi.query.sheet.UnreadableFile.Reason;

/** Values separated by commas, semicolons or tabs, whichever the first line has most of. */
final class CsvSheet {
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int LOOKED_AT = 10;
    private static final int LONGEST_LINE = 200_000;

    private CsvSheet() {}

    static void read(Path file, SheetFile.Taker rows) throws IOException {
        var encoding = Encoding.of(file);
        char separator;
        try (var text = encoding.open(file)) {
            separator = separator(text);
        }
        try (var text = encoding.open(file);
                var csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(LONGEST_LINE)
                        .ofCsvRecord(text)) {
            for (var line : csv) {
                int number = Math.toIntExact(line.getStartingLineNumber());
                rows.take(
                        number,
                        line.getFields().stream().map(Formula::unguarded).toList());
            }
        } catch (CsvParseException e) {
            throw new UnreadableFile(Reason.BROKEN_CSV, 0, e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? new UnreadableFile(Reason.UNKNOWN_ENCODING, 0, e)
                    : e;
        }
    }

    /** Above the headings there may be a line or two of something else. */
    private static char separator(BufferedReader text) throws IOException {
        var counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0, lines = 0, next = text.read(); next >= 0 && i < LONGEST_LINE; i++, next = text.read()) {
            if (next == '\n' && !quoted && ++lines == LOOKED_AT) {
                break;
            }
            quoted ^= next == '"';
            for (int k = 0; k < SEPARATORS.length && !quoted; k++) {
                counts[k] += next == SEPARATORS[k] ? 1 : 0;
            }
        }
        int most = 0;
        for (int k = 1; k < SEPARATORS.length; k++) {
            most = counts[k] > counts[most] ? k : most;
        }
        return SEPARATORS[most];
    }
}
