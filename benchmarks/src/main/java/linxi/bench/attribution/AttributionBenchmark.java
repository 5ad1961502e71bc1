package linxi.bench.attribution;

import java.util.List;
import linxi.bench.Benchmark;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.SideBySide;
import linxi.bench.Spread;
import linxi.bench.Target;

/** Row 6. */
public final class AttributionBenchmark implements Benchmark {
    private static final int REPEATS = 200;
    /** Both are so short that the compiler would still be at work on them in the rounds that count. */
    private static final int WARM_UP = 2_000;

    private double sink;

    @Override
    public String name() {
        return "attribution";
    }

    @Override
    public String description() {
        return "One settlement of " + Village.LOTS + " lots with " + Village.HOUSEHOLDS
                + " contributors each, five paths over the same households, with their carries, beside the same shares"
                + " in double arithmetic without carry.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        var village = new Village();
        for (int i = 0; i < WARM_UP; i++) {
            sink += village.exact().groups().size() + village.floating().length;
        }
        var row = new SideBySide(plan, "ms")
                .compare(
                        "attribution",
                        new Target.AtMost(20),
                        () -> millis(() -> village.exact().groups().size()),
                        () -> millis(() -> village.floating()[0][0]));
        var times = new double[plan.rounds()];
        for (int i = 0; i < times.length; i++) {
            times[i] = millis(() -> village.exact().groups().size());
        }
        var spread = Spread.of(times);
        plan.say().accept("sum " + sink);
        return List.of(row, new Row("the same in ms", spread.shown() + " ms", "–", spread, new Target.AtMost(50)));
    }

    private double millis(java.util.function.DoubleSupplier work) {
        long began = System.nanoTime();
        for (int i = 0; i < REPEATS; i++) {
            sink += work.getAsDouble();
        }
        return (System.nanoTime() - began) / 1e6 / REPEATS;
    }
}
