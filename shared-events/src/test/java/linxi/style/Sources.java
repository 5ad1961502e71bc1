package linxi.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the source files of all modules are held to, because no compiler or byte code shows it. */
record Sources(Path root) {
    private static final int MOST_LINES = 250;
    private static final int MOST_LINES_OF_A_TEST = 300;
    private static final Set<String> VAGUE = Set.of("common", "core", "util", "utils", "helper", "helpers", "misc");
    private static final Pattern VAGUE_TYPE = Pattern.compile(
            "^\\s*(?:[a-z-]+\\s+)*(?:class|record|interface|enum)\\s+(\\w*(?:Utils?|Helper|Manager|Impl|Dto|DTO))\\b",
            Pattern.MULTILINE);

    private static final Pattern EXACT = Pattern.compile("linxi/(events|command)/(?!axon/|store/|relay/|web/|wiring/)");
    private static final Pattern FRACTION = Pattern.compile("\\b([dD]ouble|[fF]loat)\\b");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    List<String> tooLong() {
        return java("").filter(this::isTooLong).map(this::name).toList();
    }

    /** Packages of main code whose package-info does not turn the null and result checks on. */
    List<String> unguarded() {
        return java("src/main/java")
                .map(Path::getParent)
                .distinct()
                .filter(this::isUnguarded)
                .map(this::name)
                .toList();
    }

    List<String> vaguePackages() {
        return java("").map(file -> file.getParent())
                .distinct()
                .filter(folder -> VAGUE.contains(folder.getFileName().toString()))
                .map(this::name)
                .toList();
    }

    List<String> vagueTypes() {
        var found = new ArrayList<String>();
        java("").forEach(file -> {
            var matcher = VAGUE_TYPE.matcher(text(file));
            while (matcher.find()) {
                found.add(name(file) + ": " + matcher.group(1));
            }
        });
        return found;
    }

    /** Where money and quantities live, a fraction of a fen or gram would be a silent rounding. */
    List<String> fractions() {
        return java("src/main/java")
                .filter(file -> EXACT.matcher(name(file)).find())
                .filter(file -> FRACTION.matcher(COMMENT.matcher(text(file)).replaceAll(""))
                        .find())
                .map(this::name)
                .toList();
    }

    long count() {
        return java("").count();
    }

    private boolean isTooLong(Path file) {
        boolean isTest = name(file).contains("src/test/");
        return lines(file) > (isTest ? MOST_LINES_OF_A_TEST : MOST_LINES);
    }

    private boolean isUnguarded(Path folder) {
        var info = folder.resolve("package-info.java");
        if (!Files.exists(info)) {
            return true;
        }
        var text = text(info);
        return !text.contains("\n@NullMarked\n") || !text.contains("\n@CheckReturnValue\n") || !text.startsWith("/**");
    }

    private Stream<Path> java(String under) {
        try (var modules = Files.list(root)) {
            var folders = modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList();
            var found = new ArrayList<Path>();
            for (var folder : folders) {
                try (var files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> file.toString().replace('\\', '/').contains(under))
                            .sorted()
                            .forEach(found::add);
                }
            }
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
