package linxi.bench.growth;

import com.mongodb.client.MongoDatabase;
import linxi.bench.Machine;
import linxi.bench.Plan;
import linxi.bench.data.Filled;
import linxi.bench.data.Trade;
import linxi.bench.fold.ReadModels;
import linxi.command.relay.RelayRun;
import linxi.command.store.EventLog;
import linxi.query.feed.FeedRun;

/** A log of some size, in Kafka and folded: a database and a topic of its own. */
final class Installed implements AutoCloseable {
    private final Machine machine;
    private final String name;
    private final Trade trade;
    private final MongoDatabase database;
    private final FeedRun feed;
    private final EventLog log;
    private int deals;

    private Installed(Machine machine, String name, int deals) {
        this.machine = machine;
        this.name = name;
        this.deals = deals;
        this.trade = new Trade(deals);
        this.database = machine.client().getDatabase(name);
        this.feed = new FeedRun(machine.kafka(), name, ReadModels.all());
        this.log = new EventLog(database);
    }

    static Installed fill(Machine machine, Plan plan, int events) throws Exception {
        int deals = events / Trade.EVENTS;
        var installed = new Installed(machine, "with" + events, deals);
        Filled.log(installed.database, installed.trade, 0, deals, done -> {
            if (done % 2_500 == 0 || done == deals) {
                plan.say().accept(done + " deals in the log");
            }
        });
        RelayRun.create(machine.kafka(), installed.name);
        long relayed = RelayRun.toTopic(installed.log, installed.database, machine.kafka(), installed.name);
        long folded = installed.feed.into(installed.database, installed.log.head());
        plan.say()
                .accept("%d events: sent in %d ms, folded in %d ms"
                        .formatted(installed.log.head(), relayed / 1_000_000, folded / 1_000_000));
        return installed;
    }

    String topic() {
        return name;
    }

    MongoDatabase database() {
        return database;
    }

    EventLog log() {
        return log;
    }

    Trade trade() {
        return trade;
    }

    int deals() {
        return deals;
    }

    /** @return nanoseconds an event */
    double append(int more) throws Exception {
        long began = System.nanoTime();
        Filled.into(log, trade, deals, deals + more, _ -> {});
        double nanos = System.nanoTime() - began;
        deals += more;
        return nanos / more / Trade.EVENTS;
    }

    /** Appends and sends, and folds that. @return nanoseconds an event of folding and storing */
    double fold(int more) throws Exception {
        var _ = append(more);
        var _ = RelayRun.onward(log, database, machine.kafka(), name);
        return feed.folding(database, log.head()) / (double) more / Trade.EVENTS;
    }

    @Override
    public void close() {
        log.close();
    }
}
