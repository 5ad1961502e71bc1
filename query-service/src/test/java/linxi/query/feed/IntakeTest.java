package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong, in any mixture: the documents are those of one clean run. */
class IntakeTest {
    /** So many events before a promise are looked for. */
    private static final int PROMISED = 20;

    private static final int ROUNDS = Integer.getInteger("linxi.rounds", 40);

    @ParameterizedTest(name = "{0} consumers, {1} of the events poisoned")
    @CsvSource({"1, 0", "2, 0", "3, 0", "1, 0.05", "2, 0.05", "3, 0.05", "2, 0.4"})
    void endsInTheDocumentsOfOneCleanRun(int consumers, double poisoned) {
        long first = Long.getLong("linxi.seed", System.nanoTime());
        long promises = 0;
        for (long seed = first; seed < first + ROUNDS; seed++) {
            promises += new Round(seed, consumers, poisoned).run();
        }
        assertThat(promises > 0 || poisoned > 0).as("promises").isTrue();
    }

    private static final class Round {
        private final long seed;
        private final Random random;
        private final Bugs bugs;
        private final SimulatedLog log;
        private final MemoryStore store;
        private final FaultyStore faulty;
        private final List<SimulatedConsumer> consumers = new ArrayList<>();
        private long promises;

        Round(long seed, int consumers, double poisoned) {
            this.seed = seed;
            random = new Random(seed);
            bugs = new Bugs(random, poisoned);
            log = new SimulatedLog(3, random, bugs);
            store = new MemoryStore(log::relay);
            store.refuse(bugs::isTooLarge);
            faulty = new FaultyStore(store, random, 12);
            IntStream.range(0, consumers)
                    .forEach(_ -> this.consumers.add(
                            new SimulatedConsumer(log, faulty, random, bugs.projections(), this::isKept)));
        }

        /** @return how many promises were held to */
        long run() {
            for (int step = 0; step < 60; step++) {
                step();
            }
            log.grow();
            log.grow();
            log.settle();
            faulty.calmDown();
            finish("with what is parked", this::isRead);
            var parked = Set.copyOf(store.parked().keySet());
            assertThat(of(store.documents(), unit -> !parked.contains(unit)))
                    .as("seed %s: what is not parked", seed)
                    .isEqualTo(of(cleanRun(), unit -> !parked.contains(unit)));
            bugs.mendAll();
            store.ask(_ -> true);
            finish("mended", () -> isRead() && store.parked().isEmpty());
            assertThat(store.documents()).as("seed %s: mended", seed).isEqualTo(cleanRun());
            return promises;
        }

        /** Whoever reads the documents after a promise finds in them what was promised. */
        private void isKept(Map<Integer, Progress> promised) {
            promised.forEach((partition, progress) -> log.last(partition, progress.folded(), PROMISED)
                    .forEach(incoming -> {
                        promises++;
                        for (var projection : Samples.projections()) {
                            for (var id : projection.documents(incoming.event())) {
                                var place = new Place(incoming.envelope().key(), id);
                                assertThat(store.position(projection.name(), place))
                                        .as("seed %s: %s of %s", seed, projection.name(), place)
                                        .isGreaterThanOrEqualTo(incoming.position());
                            }
                        }
                    }));
        }

        private void step() {
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> log.grow();
                case 3 -> log.loseTail();
                case 4 -> store.ask(_ -> random.nextInt(3) == 0);
                case 5 -> {
                    if (random.nextInt(4) == 0) {
                        bugs.mendSome();
                    }
                }
                default -> consumers.get(random.nextInt(consumers.size())).poll();
            }
        }

        private void finish(String how, BooleanSupplier finished) {
            for (int polls = 0; polls < 3_000 && !finished.getAsBoolean(); polls++) {
                consumers.get(random.nextInt(consumers.size())).poll();
            }
            assertThat(finished.getAsBoolean())
                    .as("seed %s finishes %s", seed, how)
                    .isTrue();
        }

        private boolean isRead() {
            var progress = store.progress();
            return IntStream.range(0, log.size())
                    .allMatch(p -> progress.getOrDefault(p, Progress.NONE).last() == log.last(p));
        }

        private Map<String, BsonDocument> cleanRun() {
            var clean = new MemoryStore();
            new Projector(clean, Samples.projections(), Together.IN_TURN).fold(List.copyOf(log.everything()));
            return clean.documents();
        }
    }

    /** Documents of the register are called after their party, which is their unit. */
    private static Map<String, BsonDocument> of(Map<String, BsonDocument> documents, Predicate<String> units) {
        var found = new TreeMap<String, BsonDocument>();
        documents.forEach((name, document) -> {
            var key = document.getString("k").getValue();
            var id = document.getString("i").getValue();
            var unit = key.equals("register") ? "register/party/" + id.replaceFirst("\\..*", "") : key;
            if (units.test(unit)) {
                found.put(name, document);
            }
        });
        return found;
    }
}
