package linxi.bench.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import linxi.bench.Benchmark;
import linxi.bench.Machine;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.Spread;
import linxi.bench.Target;
import linxi.bench.data.Filled;
import linxi.bench.data.Trade;

/** Row 12, each service alone. */
public final class MemoryBenchmark implements Benchmark {
    private static final int DEALS = 100_000 / Trade.EVENTS + 1;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String description() {
        return "Memory that each service keeps resident as a process of its own, as its image starts it but with half a"
                + " GiB in all, after " + DEALS * Trade.EVENTS + " events were recorded, sent and folded.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        var rows = new ArrayList<Row>();
        try (var machine = Machine.start(plan.folder())) {
            Filled.log(machine.client().getDatabase("linxi"), new Trade(DEALS), 0, DEALS, _ -> {});
            int commandPort = Program.freePort();
            int queryPort = Program.freePort();
            try (var commands = service(plan, machine, "command", commandPort);
                    var queries = service(
                            plan, machine, "query", queryPort, "--linxi.command-url=http://127.0.0.1:" + commandPort)) {
                var _ = commands.awaitAnswer("http://localhost:" + commandPort + "/actuator/health/readiness", 200);
                var url = "http://localhost:" + queryPort + "/api/lots?limit=1&atLeast=" + DEALS * Trade.EVENTS;
                plan.say().accept("folded after " + Spread.shown(queries.awaitAnswer(url, 200)) + " ms");
                rows.add(row("command-service alone, MiB", commands.resident()));
                rows.add(row("query-service alone, MiB", queries.resident()));
            }
        }
        return rows;
    }

    private static Row row(String what, double resident) {
        var spread = Spread.of(resident);
        return new Row(what, spread.shown() + " MiB", "–", spread, new Target.AtMost(400));
    }

    private static Program service(Plan plan, Machine machine, String name, int port, String... more)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxRAM=512m",
                "-XX:MaxRAMPercentage=60",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                Path.of(name + "-service", "target", name + "-service-exec.jar").toString(),
                "--server.address=127.0.0.1",
                "--linxi.access.login=false",
                "--server.port=" + port,
                "--linxi.mongo.uri=" + machine.mongo(),
                "--linxi.kafka.bootstrap-servers=" + machine.kafka()));
        command.addAll(List.of(more));
        return Program.start(plan.folder().resolve(name + ".txt"), command);
    }
}
