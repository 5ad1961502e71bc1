package linxi.bench.append;

import java.util.ArrayList;
import java.util.List;
import linxi.bench.Benchmark;
import linxi.bench.Callers;
import linxi.bench.Machine;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.SideBySide;
import linxi.bench.Target;

/** Row 2: the same beside the engine that comes with Axon. */
public final class StockBenchmark implements Benchmark {
    private static final int PER_CALLER = 100;

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public String description() {
        return "The same commands beside the stock axon-mongo 4.12 engine with Axon's repository and an annotated"
                + " aggregate, on the same server, by 64, 16 and 1 callers.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        try (var machine = Machine.start(plan.folder());
                var path = CommandPath.open(machine.mongo(), "linxi");
                var stock = new StockEngine(machine.client(), "stock")) {
            var rows = new ArrayList<Row>();
            var beside = new SideBySide(plan, "commands/s");
            rows.add(compare(beside, path, stock, 64, 3.0));
            rows.add(compare(beside, path, stock, 16, 2.0));
            rows.add(compare(beside, path, stock, 1, 1.0));
            return rows;
        }
    }

    private static Row compare(SideBySide beside, CommandPath path, StockEngine stock, int callers, double target)
            throws Exception {
        int count = callers == 1 ? 5 * PER_CALLER : callers * PER_CALLER;
        return beside.compare(
                "append, " + callers + (callers == 1 ? " caller" : " callers"),
                new Target.AtLeast(target),
                () -> Callers.perSecond(callers, count, _ -> path.commission()),
                () -> Callers.perSecond(callers, count, _ -> stock.commission()));
    }
}
