package linxi.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import linxi.command.Refused;
import linxi.command.axon.Edge.InjectedFailure;
import linxi.command.household.HouseholdRule;
import linxi.command.party.RegisterParty;
import linxi.embedded.EmbeddedMongo;
import linxi.events.HouseholdEvent.HouseholdStatusChanged;
import linxi.events.HouseholdKey;
import linxi.events.Name;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StreamsIT {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final Edge edge = new Edge(mongo);
    private final AtomicInteger busy = new AtomicInteger();

    @AfterEach
    void stop() {
        edge.close();
        mongo.close();
    }

    @Test
    void recordsACommandOver160StreamsAsOneCommit() {
        var households = edge.households(160);
        long before = edge.log().head();
        try (var cold = new Edge(mongo)) {
            assertThat(cold.send(new ClaimDay(households, DAY)).position()).isEqualTo(before + 160);
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> cold.send(new ClaimDay(households, DAY)))
                    .extracting(Refused::rule)
                    .isEqualTo(HouseholdRule.SPELLS_OVERLAP);
        }
        assertThat(edge.log().head()).isEqualTo(before + 160);
        assertThat(edge.log().tail(before + 80, 1).getFirst().aggregate()).isEqualTo("household/h80");
    }

    @Test
    void refusesAllWhereOneIsRefused() {
        var households = edge.households(3);
        var _ = edge.send(new ClaimDay(List.of(households.get(1)), DAY));
        long before = edge.log().head();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> edge.send(new ClaimDay(households, DAY)));
        assertThat(edge.log().head()).isEqualTo(before);
        assertThat(edge.send(new ClaimDay(List.of(households.get(0), households.get(2)), DAY))
                        .position())
                .isEqualTo(before + 2);
    }

    /** Commits over other streams bring places of a stream along that are far from those asked for. */
    @Test
    void readsStreamsTogetherAsWholeAsOneByOne() {
        var households = edge.households(2);
        for (int day = 0; day < 40; day++) {
            var some = day < 20 ? households.subList(0, 1) : households;
            var _ = edge.send(new ClaimDay(some, DAY.plusDays(day)));
        }
        var first = StreamId.of(households.get(0));
        var second = StreamId.of(households.get(1));
        assertThat(edge.log().read(Map.of(first, 0L, second, 0L)).get(first))
                .hasSize(41)
                .isEqualTo(edge.log().read(Map.of(first, 0L)).get(first));
    }

    /** What another instance recorded is seen, where it refuses and where it allows. */
    @Test
    void decidesAnewWhereAnotherInstanceWasFirst() {
        var households = edge.households(1);
        try (var other = new Edge(mongo)) {
            for (int day = 0; day < 20; day++) {
                var writer = day % 2 == 0 ? edge : other;
                var _ = writer.send(new ClaimDay(households, DAY.plusDays(day)));
            }
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> edge.send(new ClaimDay(households, DAY.plusDays(19))));
        }
        assertThat(days(households.getFirst())).hasSize(20).doesNotHaveDuplicates();
    }

    /** On an empty log anybody may register the first party: of many at once, over three instances, one does. */
    @Test
    void registersOneFirstParty() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            try (var empty = EmbeddedMongo.inMemory();
                    var one = new Edge(empty);
                    var two = new Edge(empty);
                    var three = new Edge(empty)) {
                var outcomes = firstParties(List.of(one, two, three));
                assertThat(outcomes).containsOnlyOnce("recorded").hasSize(6);
                assertThat(one.log().head()).isEqualTo(1);
            }
        }
    }

    private static List<String> firstParties(List<Edge> edges) throws InterruptedException {
        var outcomes = Collections.synchronizedList(new ArrayList<String>());
        try (var callers = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                var edge = edges.get(i % edges.size());
                var party = new PartyId("first-" + i);
                callers.execute(() -> outcomes.add(firstParty(edge, party)));
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        return outcomes;
    }

    private static String firstParty(Edge edge, PartyId party) {
        try {
            var command = new RegisterParty(party, PartyKind.VILLAGE, new Name("村", null), null, null, null, Edge.AT);
            assertThat(edge.send(command, null, UUID.randomUUID().toString()).position())
                    .isEqualTo(1);
            return "recorded";
        } catch (Refused e) {
            return e.rule().name();
        }
    }

    @Test
    void staysRightUnder64ThreadsOnTenHotStreams() throws InterruptedException {
        var outcome = hammer(edge.households(10), 1_000);
        assertThat(outcome.values()).doesNotContain("failed", "busy").contains("stored", "refused");
    }

    @Test
    void staysRightWhileAppendsFail() throws InterruptedException {
        var households = edge.households(10);
        edge.engine().failEvery(7);
        var outcome = hammer(households, 1_000);
        assertThat(outcome.values()).doesNotContain("busy").contains("failed", "stored", "refused");
    }

    /** Claims days of three random households in random order; checks what holds whatever happened. */
    private Map<String, String> hammer(List<HouseholdKey> households, int commands) throws InterruptedException {
        long seed = System.nanoTime();
        System.out.println("StreamsIT seed " + seed);
        var outcome = new ConcurrentHashMap<String, String>();
        var positions = new ConcurrentHashMap<Long, String>();
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            for (int i = 0; i < commands; i++) {
                var random = new Random(seed + i);
                var some = new ArrayList<>(households);
                Collections.shuffle(some, random);
                var command = new ClaimDay(List.copyOf(some.subList(0, 3)), DAY.plusDays(random.nextInt(100)));
                var key = new UUID(random.nextLong(), random.nextLong()).toString();
                threads.execute(() -> outcome.put(key, outcome(command, key, positions)));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(90, TimeUnit.SECONDS))
                    .as("no deadlock")
                    .isTrue();
        }
        System.out.println(Collections.frequency(outcome.values(), "stored") + " stored, told to come again " + busy);
        assertThat(outcome).hasSize(commands);
        outcome.forEach((key, what) -> {
            boolean stored = edge.log().answered(key).isPresent();
            assertThat(stored)
                    .as("%s %s", what, key)
                    .isEqualTo(what.equals("stored") || (stored && what.equals("failed")));
        });
        positions.forEach((position, key) -> assertThat(
                        edge.log().tail(position - 1, 1).getFirst().correlation())
                .isEqualTo(key));
        for (var household : households) {
            assertThat(days(household)).doesNotHaveDuplicates();
        }
        assertThat(edge.log().verify().isSound()).isTrue();
        return outcome;
    }

    /** As a caller does that is told to come again: the same command with the same key. */
    private String outcome(ClaimDay command, String key, Map<Long, String> positions) {
        for (int i = 0; i < 20; i++) {
            try {
                var answer = edge.send(command, Edge.BY.value(), key);
                assertThat(positions.put(answer.position(), key)).isNull();
                return "stored";
            } catch (Refused e) {
                return "refused";
            } catch (InjectedFailure e) {
                return "failed";
            } catch (Busy e) {
                busy.incrementAndGet();
            }
        }
        return "busy";
    }

    private List<LocalDate> days(HouseholdKey household) {
        var stream = StreamId.of(household);
        var envelopes = edge.log().read(Map.of(stream, 0L)).getOrDefault(stream, List.of());
        for (int i = 0; i < envelopes.size(); i++) {
            assertThat(envelopes.get(i).sequence()).isEqualTo(i);
        }
        return envelopes.stream()
                .map(envelope -> envelope.event())
                .filter(HouseholdStatusChanged.class::isInstance)
                .map(event -> ((HouseholdStatusChanged) event).from())
                .collect(Collectors.toList());
    }
}
