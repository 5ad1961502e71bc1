package linxi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import linxi.bench.append.AppendBenchmark;
import linxi.bench.append.StockBenchmark;
import linxi.bench.attribution.AttributionBenchmark;
import linxi.bench.bytes.BytesBenchmark;
import linxi.bench.fold.FoldBenchmark;
import linxi.bench.growth.GrowthBenchmark;
import linxi.bench.http.FreshBenchmark;
import linxi.bench.http.HttpBenchmark;
import linxi.bench.relay.RelayBenchmark;
import linxi.bench.start.MemoryBenchmark;
import linxi.bench.start.PagesBenchmark;
import linxi.bench.start.StartBenchmark;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./linxi bench}: runs benchmarks and prints their tables. */
@Command(name = "linxi bench", description = "Measures ours beside the limits.", mixinStandardHelpOptions = true)
final class Main implements Callable<Integer> {
    private static final List<Benchmark> ALL = List.of(
            new AppendBenchmark(),
            new StockBenchmark(),
            new RelayBenchmark(),
            new FoldBenchmark(),
            new AttributionBenchmark(),
            new HttpBenchmark(),
            new FreshBenchmark(),
            new GrowthBenchmark(),
            new StartBenchmark(),
            new PagesBenchmark(),
            new MemoryBenchmark(),
            new BytesBenchmark());

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which; all of them where none is named.")
    private List<String> names = List.of();

    @Option(names = "--rounds", description = "Rounds that count (default: 5).")
    private int rounds = 5;

    @Option(names = "--warmups", description = "Rounds before them (default: 1).")
    private int warmups = 1;

    @Option(names = "--list", description = "Only say which there are.")
    private boolean list;

    @Option(names = "--write", paramLabel = "FILE", description = "Also write the tables into this page.")
    private @Nullable Path page;

    public static void main(String... arguments) {
        // Axon would call home at start.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (list) {
            ALL.forEach(benchmark -> System.out.println(benchmark.name()));
            return 0;
        }
        boolean met = true;
        for (var benchmark : chosen()) {
            System.out.println(benchmark.name() + ": " + benchmark.description());
            var rows = run(benchmark);
            System.out.println();
            System.out.println(Table.of(rows));
            met &= rows.stream().allMatch(Row::isMet);
            if (page != null) {
                Page.write(page, benchmark, rows);
            }
        }
        return met ? 0 : 1;
    }

    private List<Benchmark> chosen() {
        for (var name : names) {
            if (ALL.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                throw new CommandLine.ParameterException(
                        new CommandLine(this), "there is no benchmark '" + name + "'; see --list");
            }
        }
        return ALL.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
    }

    private List<Row> run(Benchmark benchmark) throws Exception {
        var folder = Files.createTempDirectory("linxi-bench-");
        try {
            return benchmark.run(new Plan(rounds, warmups, folder, line -> System.out.println("  " + line)));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
