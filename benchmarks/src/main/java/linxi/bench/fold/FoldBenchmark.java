package linxi.bench.fold;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.function.Consumer;
import linxi.bench.Benchmark;
import linxi.bench.Machine;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.SideBySide;
import linxi.bench.Target;
import linxi.bench.data.Sent;
import linxi.bench.data.Trade;
import linxi.query.feed.FeedRun;

/** Row 4. */
public final class FoldBenchmark implements Benchmark {
    private static final int DEALS = 1_000;

    private int databases;

    @Override
    public String name() {
        return "fold";
    }

    @Override
    public String description() {
        return DEALS * Trade.EVENTS + " events of " + DEALS * Trade.AGGREGATES
                + " aggregates from Kafka into the documents of all"
                + " read models, beside bare bulk writes of the same documents in the same batches to the same server,"
                + " with the same indexes.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        try (var machine = Machine.start(plan.folder())) {
            long events = Sent.toTopic(machine, plan, DEALS);
            var feed = new FeedRun(machine.kafka(), Sent.TOPIC, ReadModels.all());
            var writes = feed.writesInto(next(machine), events);
            return List.of(new SideBySide(plan, "events/s")
                    .compare(
                            "projections, all read models",
                            new Target.AtLeast(0.4),
                            () -> {
                                var database = next(machine);
                                double perSecond = events * 1e9 / feed.into(database, events);
                                database.drop();
                                return perSecond;
                            },
                            () -> bare(next(machine), writes, events)));
        }
    }

    private MongoDatabase next(Machine machine) {
        return machine.client().getDatabase("views" + databases++);
    }

    private static double bare(MongoDatabase database, List<Consumer<MongoDatabase>> writes, long events) {
        long began = System.nanoTime();
        writes.forEach(write -> write.accept(database));
        double perSecond = events * 1e9 / (System.nanoTime() - began);
        database.drop();
        return perSecond;
    }
}
