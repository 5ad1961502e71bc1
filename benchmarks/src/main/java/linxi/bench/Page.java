package linxi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The page that keeps results: the part between the two marks of a benchmark is replaced, the rest left alone. */
final class Page {
    private Page() {}

    static void write(Path page, Benchmark benchmark, List<Row> rows) throws IOException, InterruptedException {
        var text = Files.readString(page);
        var begin = "<!-- " + benchmark.name() + " -->";
        var end = "<!-- /" + benchmark.name() + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(page + " has no part " + begin);
        }
        var part = "%s%n%s%n%n%s%n%s%n%n".formatted(begin, benchmark.description(), Table.of(rows), origin());
        Files.writeString(page, text.substring(0, from) + part.replace("\r\n", "\n") + text.substring(to));
    }

    /** Where and when, so that a figure can be judged later. */
    private static String origin() throws IOException, InterruptedException {
        return "Measured %s at commit %s, %s, Java %s, %d processors, %s."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        commit(),
                        processor(),
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    private static String processor() throws IOException {
        var info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        }
    }

    /** Dirty where more was changed since than the pages that are being written. */
    private static String commit() throws IOException, InterruptedException {
        return git("describe", "--always")
                + (git("status", "--porcelain", "--", ":!docs").isEmpty() ? "" : "-dirty");
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var git = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = git.inputReader()) {
            var text = out.lines().collect(Collectors.joining(" "));
            if (!git.waitFor(10, TimeUnit.SECONDS) || git.exitValue() != 0) {
                throw new IOException("git " + String.join(" ", arguments) + " failed");
            }
            return text;
        }
    }
}
