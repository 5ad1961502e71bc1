package linxi.bench.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import linxi.bench.Benchmark;
import linxi.bench.Machine;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.SideBySide;
import linxi.bench.Target;
import linxi.bench.data.Filled;
import linxi.bench.data.Trade;
import linxi.command.relay.RelayRun;
import linxi.command.store.EventLog;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Row 3. */
public final class RelayBenchmark implements Benchmark {
    private static final int DEALS = 1_600;

    private int topics;

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String description() {
        return DEALS * Trade.EVENTS + " events of " + DEALS + " deals from the log into a new topic, the relay's start"
                + " included, beside an idempotent producer of the same settings that sends the same bytes without"
                + " waiting for any.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        try (var machine = Machine.start(plan.folder())) {
            var database = machine.client().getDatabase("linxi");
            Filled.log(database, new Trade(DEALS), 0, DEALS, _ -> {});
            try (var log = new EventLog(database)) {
                var _ = RelayRun.toTopic(log, database, machine.kafka(), next(machine));
                var records = TopicRecords.of(machine.kafka(), "topic-" + (topics - 1));
                return List.of(new SideBySide(plan, "events/s")
                        .compare(
                                "relay",
                                new Target.AtLeast(0.5),
                                () -> log.head()
                                        * 1e9
                                        / RelayRun.toTopic(log, database, machine.kafka(), next(machine)),
                                () -> bare(machine, next(machine), records)));
            }
        }
    }

    private String next(Machine machine) throws InterruptedException {
        var topic = "topic-" + topics++;
        RelayRun.create(machine.kafka(), topic);
        return topic;
    }

    private static double bare(Machine machine, String topic, List<ConsumerRecord<byte[], byte[]>> records)
            throws Exception {
        long began = System.nanoTime();
        try (var producer = new KafkaProducer<>(
                RelayRun.producer(machine.kafka(), topic), new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>(records.size());
            for (var record : records) {
                sent.add(producer.send(new ProducerRecord<>(
                        topic, record.partition(), record.key(), record.value(), record.headers())));
            }
            producer.flush();
            for (var each : sent) {
                var _ = each.get();
            }
        }
        return records.size() * 1e9 / (System.nanoTime() - began);
    }
}
