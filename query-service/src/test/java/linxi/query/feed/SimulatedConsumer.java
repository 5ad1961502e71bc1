package linxi.query.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What {@link KafkaFeed} does with an {@link Intake}, on a simulated log; starts anew after a crash. */
final class SimulatedConsumer {
    private final SimulatedLog log;
    private final Store store;
    private final Random random;
    private final List<Projection<?>> projections;
    private final Consumer<Map<Integer, Progress>> promise;
    private final Map<Integer, Long> offsets = new HashMap<>();
    private @Nullable Intake intake;
    private long now;

    SimulatedConsumer(
            SimulatedLog log,
            Store store,
            Random random,
            List<Projection<?>> projections,
            Consumer<Map<Integer, Progress>> promise) {
        this.promise = promise;
        this.log = log;
        this.projections = projections;
        this.store = store;
        this.random = random;
    }

    /** One poll of some records, which may crash. */
    void poll() {
        now += Duration.ofSeconds(random.nextInt(4)).toNanos();
        try {
            var reading = intake == null ? start() : intake;
            reading.compare(now);
            reading.lanes().forEach((partition, lane) -> {
                if (lane.startsOver(now)) {
                    offsets.put(partition, 0L);
                }
            });
            if (random.nextInt(3) == 0) {
                reading.retry().forEach(partition -> offsets.put(partition, offset(reading, partition)));
            }
            var records = read();
            for (var partition : reading.take(records, now)) {
                offsets.put(partition, offset(reading, partition));
            }
        } catch (FaultyStore.Crash crash) {
            recover();
        }
    }

    /** The process ends and another starts, or it lives on and reads again from where it knows it is. */
    private void recover() {
        var reading = intake;
        if (reading == null || random.nextBoolean()) {
            intake = null;
        } else {
            reading.lanes().keySet().forEach(partition -> offsets.put(partition, offset(reading, partition)));
        }
    }

    private Intake start() {
        var starting = new Intake(store, new Projector(store, projections, Together.IN_TURN), promise);
        starting.assign(IntStream.range(0, log.size()).boxed().toList());
        starting.lanes().keySet().forEach(partition -> offsets.put(partition, offset(starting, partition)));
        intake = starting;
        return starting;
    }

    private static long offset(Intake intake, int partition) {
        var lane = intake.lanes().get(partition);
        return lane == null ? 0 : lane.progress().offset();
    }

    private List<Received> read() {
        var records = new ArrayList<Received>();
        for (int partition = 0; partition < log.size(); partition++) {
            long from = offsets.getOrDefault(partition, 0L);
            if (from > log.end(partition)) {
                from = 0;
            }
            var some = log.read(partition, from, random.nextInt(15));
            offsets.put(partition, from + some.size());
            records.addAll(some);
        }
        return records;
    }
}
