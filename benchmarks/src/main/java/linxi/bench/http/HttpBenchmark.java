package linxi.bench.http;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import linxi.bench.Benchmark;
import linxi.bench.Callers;
import linxi.bench.Machine;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.SideBySide;
import linxi.bench.Target;

/** Row 7. */
public final class HttpBenchmark implements Benchmark {
    static final int CONNECTIONS = 64;
    private static final int PER_LOT = 10;
    private static final int COUNT = 6_400;

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String description() {
        return COUNT + " shipments posted over " + CONNECTIONS + " connections to the command service, its relay"
                + " running, beside a POST on the same server that reads the same bodies in the same way and answers"
                + " without a command.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        try (var machine = Machine.start(plan.folder());
                var services = Services.start(machine, false)) {
            return List.of(new SideBySide(plan, "requests/s")
                    .compare(
                            "commands over HTTP",
                            new Target.AtLeast(0.4),
                            () -> perSecond(services, "/api/shipments"),
                            () -> perSecond(services, "/api/echo")));
        }
    }

    /** Every connection ships from lots of its own. */
    static double perSecond(Services services, String path) throws Exception {
        var lots = services.lots(COUNT / PER_LOT);
        var connections = new ArrayList<Connection>();
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(new Connection(services.commandPort()));
        }
        try {
            return Callers.perSecond(CONNECTIONS, COUNT, i -> {
                var body = Services.shipment(UUID.randomUUID().toString(), lots[i % lots.length]);
                var _ = Services.post(connections.get(i % CONNECTIONS), path, "coop", body);
            });
        } finally {
            connections.forEach(Connection::close);
        }
    }
}
