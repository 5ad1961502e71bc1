package linxi.bench.data;

import linxi.bench.Machine;
import linxi.bench.Plan;
import linxi.command.relay.RelayRun;
import linxi.command.store.EventLog;

/** A topic with all events of a trade, as the relay sent them. */
public final class Sent {
    public static final String TOPIC = "linxi.events";

    private Sent() {}

    /** @return how many */
    public static long toTopic(Machine machine, Plan plan, int deals) throws Exception {
        var database = machine.client().getDatabase("linxi");
        Filled.log(database, new Trade(deals), 0, deals, _ -> {});
        try (var log = new EventLog(database)) {
            RelayRun.create(machine.kafka(), TOPIC);
            long nanos = RelayRun.toTopic(log, database, machine.kafka(), TOPIC);
            plan.say().accept(log.head() + " events in Kafka after " + nanos / 1_000_000 + " ms");
            return log.head();
        }
    }
}
