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
import org.bson.Document;

/** Rows 1: from the gateway into the store. */
public final class AppendBenchmark implements Benchmark {
    private static final int COMMANDS = 12_800;

    @Override
    public String name() {
        return "append";
    }

    @Override
    public String description() {
        return COMMANDS
                + " commands for new aggregates by 64 callers through gateway, handler, rules and log, beside one"
                + " bare driver that inserts the documents so made, 64 at a time, equally durable: with the log's unique"
                + " index, and without any.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        try (var machine = Machine.start(plan.folder());
                var path = CommandPath.open(machine.mongo(), "linxi")) {
            var rows = new ArrayList<Row>();
            var beside = new SideBySide(plan, "commits/s");
            for (boolean indexed : new boolean[] {true, false}) {
                var bare = new BareInserts(machine.client(), indexed);
                rows.add(beside.compare(
                        indexed ? "append, 64 callers, beside inserts" : "the same beside inserts without the index",
                        indexed ? new Target.AtLeast(0.5) : new Target.None(),
                        () -> Callers.perSecond(64, COMMANDS, _ -> path.commission()),
                        () -> bare.perSecond(newest(machine))));
            }
            return rows;
        }
    }

    private static List<Document> newest(Machine machine) {
        var commits = machine.client().getDatabase("linxi").getCollection("commits");
        var documents = new ArrayList<Document>();
        for (var document : commits.find().sort(new Document("_id", -1)).limit(COMMANDS)) {
            documents.add(document);
        }
        return documents;
    }
}
