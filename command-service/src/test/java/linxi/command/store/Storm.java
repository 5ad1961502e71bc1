package linxi.command.store;

import static linxi.command.store.Held.event;
import static linxi.command.store.Held.lot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import linxi.events.wire.Envelope;
import org.junit.jupiter.api.Test;

/** Many writers, two instances, one log. */
interface Storm {
    int WRITERS = 64;
    int COMMITS = 20_000;
    int SHARED = 8;

    EventLog log();

    EventLog other();

    @Test
    default void losesNothingAndDoublesNothingUnder64Writers() throws InterruptedException, ExecutionException {
        long seed = System.nanoTime();
        System.out.println("64 writers: seed " + seed);
        var storm = new Run(seed, List.of(log(), other()));
        var reading = new AtomicLong(-1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tail = threads.submit(() -> readTail(other(), reading));
            var writers = new ArrayList<Future<?>>();
            long start = System.nanoTime();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(threads.submit((Callable<Void>) () -> {
                    storm.write(number);
                    return null;
                }));
            }
            try {
                for (var writer : writers) {
                    var _ = writer.get();
                }
            } finally {
                reading.set(log().head());
            }
            System.out.printf(
                    "%d commits by %d writers on 2 instances in %d ms, %d conflicts%n",
                    COMMITS,
                    WRITERS,
                    Duration.ofNanos(System.nanoTime() - start).toMillis(),
                    storm.conflicts.get());
            storm.check(tail.get());
        }
        var sound = log().verify();
        assertThat(sound.isSound()).as(sound.toString()).isTrue();
        assertThat(sound.commits()).isEqualTo(COMMITS);
    }

    /** Small odd pages, so that most tokens lie inside commits. */
    private static List<Envelope> readTail(EventLog log, AtomicLong until) throws InterruptedException {
        var seen = new ArrayList<Envelope>();
        long after = 0;
        for (int page = 0; until.get() < 0 || after < until.get(); page++) {
            if (log.awaitBeyond(after, Duration.ofSeconds(1))) {
                seen.addAll(log.tail(after, page % 3 == 0 ? 251 : 7 + page % 11));
                after = seen.getLast().position();
            }
        }
        return seen;
    }

    /** What was sent and acknowledged. */
    final class Run {
        private final long seed;
        private final List<EventLog> logs;
        private final AtomicInteger left = new AtomicInteger(COMMITS);
        private final AtomicInteger conflicts = new AtomicInteger();
        private final Map<Long, List<NewEvent>> acknowledged = new ConcurrentHashMap<>();
        private final List<AtomicLong> shared = new ArrayList<>();

        Run(long seed, List<EventLog> logs) {
            this.seed = seed;
            this.logs = logs;
            for (int i = 0; i < SHARED; i++) {
                shared.add(new AtomicLong());
            }
        }

        void write(int writer) {
            var random = new Random(seed + writer);
            var log = logs.get(writer % logs.size());
            Map<String, Long> own = new HashMap<>();
            while (left.getAndDecrement() > 0) {
                int kind = random.nextInt(10);
                if (kind < 8) {
                    var events = events(own, writer, kind < 5 ? 1 : 2 + random.nextInt(6), random);
                    acknowledge(log.append(Held.commit(events)), List.of(events));
                } else {
                    contend(log, own, writer, random);
                }
            }
        }

        /** Streams that only this writer writes: a conflict here would be a false one. */
        private static NewEvent[] events(Map<String, Long> own, int writer, int count, Random random) {
            var events = new NewEvent[count];
            for (int i = 0; i < count; i++) {
                var name = "W" + writer + "-" + random.nextInt(5);
                long sequence = own.getOrDefault(name, 0L);
                own.put(name, sequence + 1);
                events[i] = event(name, sequence);
            }
            return events;
        }

        private void contend(EventLog log, Map<String, Long> own, int writer, Random random) {
            int one = random.nextInt(SHARED);
            var mine = events(own, writer, 1, random)[0];
            while (true) {
                long sequence = shared.get(one).get();
                var events = List.of(mine, event("S" + one, sequence));
                try {
                    acknowledge(log.append(new Commit(events, null, null, null)), events);
                    shared.get(one).accumulateAndGet(sequence + 1, Math::max);
                    return;
                } catch (StreamConflict conflict) {
                    conflicts.incrementAndGet();
                    var taken = Objects.requireNonNull(
                            log.read(Map.of(lot("S" + one), sequence)).get(lot("S" + one)));
                    assertThat(taken)
                            .as("who conflicts with S%d#%d", one, sequence)
                            .isNotEmpty();
                    shared.get(one).accumulateAndGet(sequence + taken.size(), Math::max);
                }
            }
        }

        private void acknowledge(Recorded recorded, List<NewEvent> events) {
            assertThat(recorded.last()).isEqualTo(recorded.first() + events.size() - 1);
            assertThat(acknowledged.put(recorded.first(), events)).isNull();
        }

        void check(List<Envelope> seen) {
            assertThat(conflicts.get()).isPositive();
            assertThat(acknowledged).hasSize(COMMITS);
            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i).position()).isEqualTo(i + 1L);
            }
            int events = 0;
            for (var commit : acknowledged.entrySet()) {
                for (int i = 0; i < commit.getValue().size(); i++) {
                    var stored = seen.get((int) (commit.getKey() - 1 + i));
                    var sent = commit.getValue().get(i);
                    assertThat(stored.aggregate())
                            .isEqualTo(sent.event().stream().toString());
                    assertThat(stored.sequence()).isEqualTo(sent.sequence());
                    events++;
                }
            }
            assertThat(seen).hasSize(events);
        }
    }
}
