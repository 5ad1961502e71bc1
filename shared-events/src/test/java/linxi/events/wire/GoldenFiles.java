package linxi.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The golden files: one for each event and version ever written, named {@code <name>.v<version>.json}, and
 * {@code <name>.v<version>.least.json} without the fields that may be absent. {@code SHA256SUMS} lists them, so that
 * an edit of one shows as an edit of two.
 */
record GoldenFiles(Path folder) {
    static final GoldenFiles OURS = new GoldenFiles(Path.of("src", "test", "resources", "golden"));
    private static final String SUMS = "SHA256SUMS";

    /** File name to content, without the line break at its end. */
    SortedMap<String, String> all() {
        try (var files = Files.list(folder)) {
            var found = new TreeMap<String, String>();
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .forEach(file -> found.put(file, json(file)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int version(String file) {
        return Integer.parseInt(file.replaceFirst("^[a-z-]+\\.v(\\d+)\\..*$", "$1"));
    }

    static String name(String file) {
        return file.substring(0, file.indexOf('.'));
    }

    /** Writes a file that is missing, and its sum. An existing file is never touched. */
    void add(String file, String json) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), json + "\n", StandardOpenOption.CREATE_NEW);
            Files.writeString(
                    folder.resolve(SUMS),
                    sum(json) + "  " + file + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File name to SHA-256 of its content, as noted when it was added. */
    SortedMap<String, String> sums() {
        var sums = new TreeMap<String, String>();
        text(SUMS).lines().forEach(line -> {
            var parts = line.split("  ", 2);
            var before = sums.put(parts[1], parts[0]);
            if (before != null) {
                throw new AssertionError(SUMS + " lists " + parts[1] + " twice");
            }
        });
        return sums;
    }

    static String sum(String json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((json + "\n").getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Its content, without the line break at its end. */
    String json(String file) {
        return text(file).stripTrailing();
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
