package linxi.bench.growth;

import java.util.ArrayList;
import java.util.List;
import linxi.bench.Benchmark;
import linxi.bench.Machine;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.SideBySide;
import linxi.bench.SideBySide.Contestant;
import linxi.bench.Target;
import linxi.bench.fold.ReadModels;
import linxi.query.feed.RebuildRun;

/** Rows 5, 9 and 10, on the same logs of ten thousand, a hundred thousand and a million events. */
public final class GrowthBenchmark implements Benchmark {
    private static final int MOST = Integer.getInteger("linxi.bench.events", 1_000_000);

    private int databases;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String description() {
        return "Logs of 10 000, 100 000 and " + MOST + " events of the same year, 10 cooperatives, 600 households"
                + " and 3 products, each in Kafka and folded into all read models, on one server. Costs and dashboards"
                + " beside those at 10 000; a rebuild of all read models beside a consumer that parses every event and"
                + " bulk-inserts the final documents with their indexes.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        try (var machine = Machine.start(plan.folder());
                var small = Installed.fill(machine, plan, 10_000);
                var middle = Installed.fill(machine, plan, 100_000);
                var large = Installed.fill(machine, plan, MOST)) {
            var rows = new ArrayList<Row>();
            rows.addAll(dashboards(plan, small, large));
            rows.addAll(costs(plan, small, middle, large));
            rows.add(rebuild(plan, machine, large));
            return rows;
        }
    }

    private static List<Row> dashboards(Plan plan, Installed small, Installed large) throws Exception {
        var few = new Dashboards(small);
        var many = new Dashboards(large);
        var beside = new SideBySide(plan, "ms");
        var target = new Target.AtMost(1.5);
        return List.of(
                beside.compare("sales of a year by month and product", target, many::sales, few::sales),
                beside.compare("income of a year by month and product", target, many::income, few::income));
    }

    private static List<Row> costs(Plan plan, Installed small, Installed middle, Installed large) throws Exception {
        var few = new Costs(small);
        var some = new Costs(middle);
        var many = new Costs(large);
        var rows = new ArrayList<Row>();
        var beside = new SideBySide(plan, "ns");
        rows.addAll(grown(beside, "append of an event", some::append, many::append, few::append));
        rows.addAll(grown(beside, "load of two aggregates", some::load, many::load, few::load));
        rows.addAll(grown(beside, "tail read of an event", some::tail, many::tail, few::tail));
        rows.addAll(grown(beside, "projection of an event", some::fold, many::fold, few::fold));
        return rows;
    }

    private static List<Row> grown(SideBySide beside, String what, Contestant some, Contestant many, Contestant few)
            throws Exception {
        return beside.compare(
                List.of(what + " at 100 000", what + " at " + MOST),
                List.of(new Target.None(), new Target.AtMost(1.3)),
                List.of(some, many),
                few);
    }

    private Row rebuild(Plan plan, Machine machine, Installed large) throws Exception {
        var rebuild = new RebuildRun(machine.kafka(), large.topic(), ReadModels.all());
        var documents = RebuildRun.documents(large.database());
        long events = large.log().head();
        return new SideBySide(plan, "events/s")
                .compare(
                        "rebuild of all read models",
                        new Target.AtLeast(0.4),
                        () -> {
                            var database = machine.client().getDatabase("rebuilt" + databases++);
                            large.database()
                                    .getCollection("relay")
                                    .find()
                                    .forEach(relay ->
                                            database.getCollection("relay").insertOne(relay));
                            double perSecond = events * 1e9 / rebuild.into(database);
                            database.drop();
                            return perSecond;
                        },
                        () -> {
                            var database = machine.client().getDatabase("bare" + databases++);
                            double perSecond = events * 1e9 / rebuild.bare(database, documents);
                            database.drop();
                            return perSecond;
                        });
    }
}
