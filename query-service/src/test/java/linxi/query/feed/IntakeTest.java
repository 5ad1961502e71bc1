package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, in any mixture: the documents are those of one clean run. */
class IntakeTest {
    private static final int ROUNDS = 100;

    @ParameterizedTest(name = "{0} consumers")
    @ValueSource(ints = {1, 2, 3})
    void endsInTheDocumentsOfOneCleanRun(int consumers) {
        long first = System.nanoTime();
        for (long seed = first; seed < first + ROUNDS; seed++) {
            round(seed, consumers);
        }
    }

    private static void round(long seed, int consumers) {
        var random = new Random(seed);
        var log = new SimulatedLog(3, random);
        var store = new MemoryStore(log::relay);
        var faulty = new FaultyStore(store, random, 12);
        var all = new ArrayList<SimulatedConsumer>();
        IntStream.range(0, consumers).forEach(_ -> all.add(new SimulatedConsumer(log, faulty, random)));
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> log.grow();
                case 3 -> log.loseTail();
                default -> all.get(random.nextInt(consumers)).poll();
            }
        }
        log.grow();
        log.grow();
        assertThat(finished(log, store, all.getFirst()))
                .as("seed %s finishes", seed)
                .isTrue();
        assertThat(store.documents()).as("seed %s", seed).isEqualTo(cleanRun(log));
    }

    private static boolean finished(SimulatedLog log, MemoryStore store, SimulatedConsumer consumer) {
        for (int polls = 0; polls < 3_000; polls++) {
            consumer.poll();
            var progress = store.progress();
            if (IntStream.range(0, log.size())
                    .allMatch(p -> progress.getOrDefault(p, Progress.NONE).last() == log.last(p))) {
                return true;
            }
        }
        return false;
    }

    private static Object cleanRun(SimulatedLog log) {
        var store = new MemoryStore();
        new Projector(store, Samples.projections()).fold(List.copyOf(log.everything()));
        return store.documents();
    }
}
