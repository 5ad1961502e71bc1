package linxi.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a running all-in-one answer, in the file {@code linxi.running} of its data folder. Of a program
 * that was killed the file stays behind: it counts only while the folder is held and its process lives.
 */
record Running(String mongo, String kafka, String url, long pid) {
    private static final String FILE = "linxi.running";

    static Running here(String mongo, String kafka, String url) {
        return new Running(mongo, kafka, url, ProcessHandle.current().pid());
    }

    /** A reader sees the whole file or none. */
    void write(Path folder) {
        var properties = new Properties();
        properties.setProperty("mongo", mongo);
        properties.setProperty("kafka", kafka);
        properties.setProperty("url", url);
        properties.setProperty("pid", Long.toString(pid));
        var unfinished = folder.resolve(FILE + ".new");
        try {
            try (var out = Files.newBufferedWriter(unfinished)) {
                properties.store(out, null);
            }
            var _ = Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Path folder) {
        try {
            var _ = Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Running> read(Path folder) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(in);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var mongo = properties.getProperty("mongo");
        var kafka = properties.getProperty("kafka");
        var url = properties.getProperty("url");
        var pid = number(properties.getProperty("pid"));
        if (mongo == null || kafka == null || url == null || pid == null) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid).isPresent() ? Optional.of(new Running(mongo, kafka, url, pid)) : Optional.empty();
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}
