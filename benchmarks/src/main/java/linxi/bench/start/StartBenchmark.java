package linxi.bench.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import linxi.bench.Benchmark;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.SideBySide;
import linxi.bench.Spread;
import linxi.bench.Target;

/** Row 11, and the all-in-one's part of row 12. */
public final class StartBenchmark implements Benchmark {
    /** What {@code spring-boot-starter-webmvc} brings, and nothing else. */
    private static final Pattern WEB =
            Pattern.compile("(spring-(aop|beans|boot|context|core|expression|web|webmvc)-[0-9]"
                    + "|spring-boot-(autoconfigure|jackson|http-converter|servlet|tomcat|web-server|webmvc)-"
                    + "|tomcat-embed-|jackson-|logback-|slf4j-api|micrometer-(commons|observation)-|snakeyaml|jakarta\\.annotation"
                    + "|jspecify|commons-logging).*\\.jar");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "From the start of the process until readiness answers 200: ./linxi up on a folder that holds the"
                + " demonstration data, beside an empty Spring Boot web application, its jars on the class path, until it"
                + " answers at all; and the memory that the first keeps resident after loading the demonstration data.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        var data = plan.folder().resolve("data");
        var output = plan.folder().resolve("output.txt");
        var resident = demonstration(data, output);
        plan.say().accept("the demonstration data is loaded");
        var start = new SideBySide(plan, "ms")
                .compare(
                        "start to ready",
                        new Target.AtMost(3.0),
                        () -> ours(data, output),
                        () -> empty(plan.folder(), output));
        var spread = Spread.of(resident);
        return List.of(
                start,
                new Row(
                        "resident after the demonstration, MiB",
                        spread.shown() + " MiB",
                        "–",
                        spread,
                        new Target.AtMost(1_024)));
    }

    private static double demonstration(Path data, Path output) throws IOException, InterruptedException {
        int port = Program.freePort();
        try (var linxi = Program.start(output, up(data, port, "--demo"))) {
            linxi.awaitText("Ctrl-C");
            return linxi.resident();
        }
    }

    private static double ours(Path data, Path output) throws IOException, InterruptedException {
        int port = Program.freePort();
        try (var linxi = Program.start(output, up(data, port, "--no-login"))) {
            return linxi.awaitAnswer("http://localhost:" + port + "/actuator/health/readiness", 200);
        }
    }

    private static List<String> up(Path data, int port, String more) {
        return List.of("./linxi", "up", "--data", data.toString(), "--port", Integer.toString(port), more);
    }

    private static double empty(Path folder, Path output) throws IOException, InterruptedException {
        int port = Program.freePort();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-cp",
                web(folder),
                EmptyApplication.class.getName(),
                "--server.port=" + port);
        try (var empty = Program.start(output, command)) {
            return empty.awaitAnswer("http://localhost:" + port + "/", 404);
        }
    }

    /** The jars, and the one class by itself: its own jar would bring all others along. */
    private static String web(Path folder) throws IOException {
        var name = EmptyApplication.class.getName().replace('.', '/') + ".class";
        var alone = folder.resolve("empty").resolve(name);
        if (Files.notExists(alone)) {
            Files.createDirectories(alone.getParent());
            try (var bytes = Objects.requireNonNull(
                    EmptyApplication.class.getClassLoader().getResourceAsStream(name))) {
                Files.copy(bytes, alone);
            }
        }
        try (var jars = Files.list(Path.of("benchmarks", "target", "bench", "lib"))) {
            return jars.filter(jar -> WEB.matcher(jar.getFileName().toString()).matches())
                            .map(Path::toString)
                            .collect(Collectors.joining(File.pathSeparator))
                    + File.pathSeparator
                    + folder.resolve("empty");
        }
    }
}
