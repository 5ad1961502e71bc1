package linxi.bench.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import linxi.bench.Benchmark;
import linxi.bench.Machine;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.Spread;
import linxi.bench.Target;
import linxi.bench.data.Sent;
import linxi.bench.fold.ReadModels;
import linxi.query.feed.FeedRun;
import org.bson.RawBsonDocument;

/** No row of the table: what the log, its topic and the read models take on the disk. */
public final class BytesBenchmark implements Benchmark {
    private static final int DEALS = 1_600;

    @Override
    public String name() {
        return "bytes";
    }

    @Override
    public String description() {
        return "What an event takes: as BSON in the log, indexes not counted; in Kafka, compressed; and"
                + " as BSON in all read models together. The embedded store's file is larger than its documents by what"
                + " it has not yet cleared away; MongoDB itself compresses.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        var rows = new ArrayList<Row>();
        long events;
        try (var machine = Machine.start(plan.folder())) {
            events = Sent.toTopic(machine, plan, DEALS);
            var database = machine.client().getDatabase("linxi");
            rows.add(row("log, BSON", bytes(machine, "commits"), events));
            var _ = new FeedRun(machine.kafka(), Sent.TOPIC, ReadModels.all()).into(database, events);
            long views = 0;
            for (var name : database.listCollectionNames()) {
                if (name.startsWith("view_")) {
                    views += bytes(machine, name);
                }
            }
            rows.add(row("read models, BSON", views, events));
        }
        rows.add(row("topic, on the disk", size(plan.folder().resolve("kafka"), Sent.TOPIC), events));
        rows.add(row(
                "embedded store's file, all of the above but the topic",
                size(plan.folder().resolve("mongo"), ""),
                events));
        return rows;
    }

    private static long bytes(Machine machine, String collection) {
        long bytes = 0;
        for (var document : machine.client()
                .getDatabase("linxi")
                .getCollection(collection, RawBsonDocument.class)
                .find()) {
            bytes += document.getByteBuffer().remaining();
        }
        return bytes;
    }

    /** Of all files, or of the records of a topic alone. */
    private static long size(Path folder, String topic) throws IOException {
        try (var files = Files.walk(folder)) {
            long bytes = 0;
            for (var file : (Iterable<Path>) files::iterator) {
                var path = file.toString();
                boolean counts = topic.isEmpty() || (path.contains(topic) && path.endsWith(".log"));
                if (counts && Files.isRegularFile(file)) {
                    bytes += Files.size(file);
                }
            }
            return bytes;
        }
    }

    private static Row row(String what, long bytes, long events) {
        var each = Spread.of((double) bytes / events);
        return new Row("bytes of an event: " + what, Spread.shown(each.median()), "–", each, new Target.None());
    }
}
