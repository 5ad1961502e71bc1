package linxi.command.store;

import static linxi.command.store.Held.command;
import static linxi.command.store.Held.event;
import static linxi.command.store.Held.record;
import static linxi.command.store.Held.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import linxi.command.store.FlakyProxy.Fault;
import linxi.events.wire.Envelope;
import org.junit.jupiter.api.Test;

/** Lost answers, lost requests, a server that is away, positions taken by another. */
interface Trouble {
    int CALLERS = 8;
    int EACH = 25;

    EventLog log();

    MongoDatabase database();

    int serverPort();

    @Test
    default void storesExactlyOnceThoughConnectionsBreak() throws Exception {
        long seed = System.nanoTime();
        System.out.println("connections break: seed " + seed);
        var random = new Random(seed);
        var kinds = List.of(Fault.NONE, Fault.BEFORE, Fault.AFTER);
        Map<String, Recorded> acknowledged = new ConcurrentHashMap<>();
        var ends = new ArrayList<Future<?>>();
        try (var proxy = new FlakyProxy(serverPort(), () -> {
                    synchronized (random) {
                        return kinds.get(random.nextInt(kinds.size()));
                    }
                });
                var client = StoreClient.open(proxy.uri());
                var flaky = new EventLog(
                        client.getDatabase(database().getName()), Limits.USUAL.withPatience(Duration.ofMillis(400)));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                int number = caller;
                ends.add(callers.submit(() -> append(flaky, number, acknowledged)));
            }
            for (var end : ends) {
                // Anything but an acknowledgement and StoreAway comes out here: nobody else wrote these streams.
                var _ = end.get();
            }
        }
        checkOnceEach(acknowledged);
    }

    private static void append(EventLog flaky, int caller, Map<String, Recorded> acknowledged) {
        for (int i = 0; i < EACH; i++) {
            var name = "F" + caller + "-" + i;
            var commit = command(record("key-" + name, name), event(name, 0), event(name, 1), event(name + "x", 0));
            try {
                acknowledged.put(name, flaky.append(commit));
            } catch (StoreAway away) {
                assertThat(away.getMessage()).isNotBlank();
            }
        }
    }

    private void checkOnceEach(Map<String, Recorded> acknowledged) {
        assertThat(acknowledged).isNotEmpty();
        var sound = log().verify();
        assertThat(sound.isSound()).as(sound.toString()).isTrue();
        int stored = 0;
        for (int caller = 0; caller < CALLERS; caller++) {
            for (int i = 0; i < EACH; i++) {
                var name = "F" + caller + "-" + i;
                var answered = log().answered("key-" + name);
                var recorded = acknowledged.get(name);
                if (recorded != null) {
                    assertThat(answered).contains(new Answered(record("key-" + name, name), recorded.last()));
                }
                stored += answered.isPresent() ? 1 : 0;
            }
        }
        // verify has seen that no place and no command stands there twice; wholly or not at all is three events each.
        assertThat(sound.commits()).isEqualTo(stored);
        assertThat(sound.position()).isEqualTo(3L * stored);
        System.out.printf("%d of %d acknowledged, %d stored%n", acknowledged.size(), CALLERS * EACH, stored);
    }

    @Test
    default void refusesInTimeWhileTheServerIsAwayAndGoesOnAfterwards() throws IOException, InterruptedException {
        try (var proxy = new FlakyProxy(serverPort(), () -> Fault.NONE);
                var client = StoreClient.open(proxy.uri());
                var patient = new EventLog(
                        client.getDatabase(database().getName()), Limits.USUAL.withPatience(Duration.ofSeconds(20)));
                var hasty = new EventLog(
                        client.getDatabase(database().getName()), Limits.USUAL.withPatience(Duration.ofSeconds(1)))) {
            assertThat(hasty.append(run("A", 0, 2))).isEqualTo(new Recorded(1, 2));
            proxy.away(true);
            var start = Instant.now();
            assertThatExceptionOfType(StoreAway.class)
                    .isThrownBy(() -> hasty.append(run("A", 2, 1)))
                    .satisfies(away -> assertThat(away.outcomeUnknown()).isTrue());
            // It waits behind the first, whose outcome must be known before; taken back, it is never written.
            assertThatExceptionOfType(StoreAway.class)
                    .isThrownBy(() -> hasty.append(run("C", 0, 1)))
                    .satisfies(away -> assertThat(away.outcomeUnknown()).isFalse());
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThatExceptionOfType(StoreAway.class).isThrownBy(hasty::head);
            proxy.away(false);
            assertThat(patient.append(run("B", 0, 1)).first()).isBetween(3L, 4L);
            assertThat(patient.awaitBeyond(3, Duration.ofSeconds(20))).isTrue();
            assertThat(patient.tail(0, 10))
                    .extracting(Envelope::aggregate)
                    .containsExactlyInAnyOrder("lot/A", "lot/A", "lot/A", "lot/B");
        }
    }

    /** Others that write without the lease: what stands at a position is never written over, ours moves on. */
    @Test
    default void movesOnWhereAPositionIsTaken() {
        var stale = new Commits(database());
        var expected = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            var _ = log().append(run("A", i, 1));
            var intruder = new Pending(run("I" + i, 0, 1 + i % 3)).after(stale.last(), Instant.EPOCH);
            assertThat(stale.insert(List.of(intruder.toDocument()))).isOne();
            expected.add("lot/A");
            intruder.events().forEach(event -> expected.add(event.aggregate()));
        }
        assertThat(log().tail(0, 1_000)).extracting(Envelope::aggregate).containsExactlyElementsOf(expected);
        assertThat(log().verify().isSound()).isTrue();
    }

    @Test
    default void handsTheLeaseOverInSlicesAndReplacesADeadHolder() throws InterruptedException {
        var one = Lease.shared(database(), "turns");
        var two = Lease.shared(database(), "turns");
        int turnsOfOne = 0;
        int turnsOfTwo = 0;
        long deadline = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (System.nanoTime() < deadline) {
            turnsOfOne += one.tryHold() ? 1 : 0;
            turnsOfTwo += two.tryHold() ? 1 : 0;
            Thread.sleep(5);
        }
        assertThat(turnsOfOne).isPositive();
        assertThat(turnsOfTwo).isPositive();
        var dead = one.isHeld() ? one : two;
        var living = one.isHeld() ? two : one;
        assertThat(dead).isNotSameAs(living);
        long patience = System.nanoTime() + Duration.ofSeconds(9).toNanos();
        while (!living.tryHold() && System.nanoTime() < patience) {
            Thread.sleep(20);
        }
        assertThat(living.isHeld()).isTrue();
    }

    @Test
    default void leavesAnExclusiveLeaseWithItsHolder() throws InterruptedException {
        var holder = Lease.exclusive(database(), "relay");
        var waiting = Lease.exclusive(database(), "relay");
        for (int i = 0; i < 30; i++) {
            assertThat(holder.tryHold()).isTrue();
            assertThat(waiting.tryHold()).isFalse();
            Thread.sleep(20);
        }
        holder.release();
        assertThat(waiting.tryHold()).isTrue();
    }
}
