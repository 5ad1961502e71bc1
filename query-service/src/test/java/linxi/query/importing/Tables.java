package linxi.query.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Tables as text, read with the words that pages have. */
final class Tables {
    static final Vocabulary WORDS = new Vocabulary(Tables::text);

    private Tables() {}

    private static String text(String key, Locale language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var shown = language.equals(Locale.ENGLISH) ? Locale.ENGLISH : Locale.ROOT;
        return Stream.of("screens/texts", "screens/imports")
                .map(name -> ResourceBundle.getBundle(name, shown, control))
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElseThrow()
                .getString(key);
    }

    /** For the party {@code dakang}. */
    static Reading read(ImportKind kind, String... lines) {
        try {
            var file = Files.createTempFile("table", ".csv");
            try {
                Files.writeString(file, String.join("\n", lines), StandardCharsets.UTF_8);
                return Reading.of(file, kind, WORDS, "dakang");
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Row, column and rule of each. */
    static List<String> flaws(Reading reading) {
        return reading.flaws().stream()
                .map(it -> it.row() + " " + it.column() + " " + it.rule())
                .toList();
    }

    static List<String> bodies(Reading reading) {
        return reading.sound().stream()
                .flatMap(draft -> draft.errands().stream())
                .map(errand -> errand.path() + " " + errand.body())
                .toList();
    }

    static List<String> keys(Reading reading) {
        return reading.sound().stream()
                .flatMap(draft -> draft.errands().stream())
                .map(Errand::key)
                .sorted()
                .toList();
    }
}
