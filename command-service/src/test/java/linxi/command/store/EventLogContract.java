package linxi.command.store;

import static java.util.stream.LongStream.rangeClosed;
import static linxi.command.store.Held.command;
import static linxi.command.store.Held.commit;
import static linxi.command.store.Held.event;
import static linxi.command.store.Held.lot;
import static linxi.command.store.Held.record;
import static linxi.command.store.Held.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import linxi.events.StreamId;
import linxi.events.wire.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log promises, on any server that speaks MongoDB's protocol. */
abstract class EventLogContract implements Tampering, Storm, Trouble {
    /** A crowded machine is no outage. */
    private static final Limits PATIENT = Limits.USUAL.withPatience(Duration.ofSeconds(30));

    private static int databases;

    private MongoClient client;
    private MongoDatabase database;
    private EventLog log;
    private EventLog other;

    abstract String uri();

    @BeforeEach
    void open() {
        client = StoreClient.open(uri());
        database = client.getDatabase("log" + ++databases);
        log = new EventLog(database, PATIENT);
        other = new EventLog(database, PATIENT);
    }

    @AfterEach
    void close() {
        log.close();
        other.close();
        database.drop();
        client.close();
    }

    @Test
    void numbersEventsFromOneWithoutGaps() {
        assertThat(log.head()).isZero();
        assertThat(log.append(run("A", 0, 3))).isEqualTo(new Recorded(1, 3));
        assertThat(other.append(run("B", 0, 1))).isEqualTo(new Recorded(4, 4));
        assertThat(log.append(commit(event("A", 3), event("C", 0)))).isEqualTo(new Recorded(5, 6));
        assertThat(log.head()).isEqualTo(6);
        assertThat(other.head()).isEqualTo(6);
    }

    @Test
    void readsStreamsFromASequence() {
        var _ = log.append(commit(event("A", 0), event("B", 0), event("A", 1)));
        for (int from = 2; from < 100; from += 7) {
            var _ = log.append(run("A", from, 7));
        }
        var read = other.read(Map.of(lot("A"), 0L, lot("B"), 0L, lot("C"), 0L));
        assertThat(read.get(lot("A"))).extracting(Envelope::sequence).containsExactly(upTo(0, 99));
        assertThat(read.get(lot("B"))).extracting(Envelope::position).containsExactly(2L);
        assertThat(read.get(lot("C"))).isEmpty();
        assertThat(other.read(Map.of(lot("A"), 5L)).get(lot("A")))
                .extracting(Envelope::sequence)
                .containsExactly(upTo(5, 99));
    }

    @Test
    void givesBackWhatWasRecorded() {
        var recorded = event("A", 0, "裂纹 🥚 \"quoted\"");
        var _ = log.append(commit(recorded));
        var envelope = log.tail(0, 1).getFirst();
        assertThat(envelope.event()).isEqualTo(recorded.event());
        assertThat(envelope.at()).isEqualTo(recorded.event().at());
        assertThat(envelope.by()).isEqualTo("dakang");
        assertThat(envelope.correlation()).isEqualTo("request-1");
        assertThat(envelope.key()).isEqualTo("dakang");
        assertThat(envelope.aggregate()).isEqualTo("lot/A");
        assertThat(log.read(Map.of(lot("A"), 0L)).get(lot("A"))).containsExactly(envelope);
    }

    @Test
    void tailsFromInsideACommit() {
        for (int i = 0; i < 10; i++) {
            var _ = log.append(run("A", i * 7L, 7));
        }
        for (int limit : List.of(1, 2, 5, 7, 13, 70, 1_000)) {
            for (long after = 0; after < 70; after++) {
                assertThat(other.tail(after, limit))
                        .extracting(Envelope::position)
                        .startsWith(after + 1)
                        .isSubsetOf(rangeClosed(after + 1, Math.min(after + limit, 70))
                                .boxed()
                                .toList())
                        .hasSize((int) Math.min(limit, 70 - after));
            }
            assertThat(other.tail(70, limit)).isEmpty();
            assertThat(other.tail(75, limit)).isEmpty();
        }
        assertThat(other.tail(10, 50, 1)).extracting(Envelope::position).containsExactly(11L);
        int each = other.tail(10, 1).getFirst().data().length();
        assertThat(other.tail(10, 50, each * 20L)).hasSizeBetween(20, 49);
    }

    @Test
    void refusesATakenPlaceAndStoresNothingOfThatCommit() {
        var _ = log.append(run("A", 0, 2));
        for (var writer : List.of(log, other)) {
            assertThatExceptionOfType(StreamConflict.class)
                    .isThrownBy(() -> writer.append(commit(event("B", 0), event("A", 1))));
        }
        assertThat(log.head()).isEqualTo(2);
        assertThat(other.append(run("B", 0, 1))).isEqualTo(new Recorded(3, 3));
    }

    @Test
    void refusesAGap() {
        var _ = log.append(run("A", 0, 2));
        assertThatExceptionOfType(StreamConflict.class).isThrownBy(() -> log.append(run("A", 3, 1)));
        assertThatExceptionOfType(StreamConflict.class).isThrownBy(() -> other.append(run("A", 3, 1)));
        assertThatExceptionOfType(StreamConflict.class).isThrownBy(() -> other.append(run("B", 1, 1)));
        assertThatExceptionOfType(StreamConflict.class)
                .isThrownBy(() -> log.append(commit(event("C", 0), event("C", 2))));
        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void answersACommandThatComesAgain() {
        var key = UUID.randomUUID().toString();
        assertThat(log.answered(key)).isEmpty();
        var _ = log.append(command(record(key, "A"), event("A", 0), event("B", 0)));
        var first = new Answered(record(key, "A"), 2);
        for (var writer : List.of(log, other)) {
            assertThat(writer.answered(key)).contains(first);
            // Once with the places taken, once with free ones: the command is found first.
            for (var again : List.of(event("A", 0), event("A", 1), event("Z", 0))) {
                assertThatExceptionOfType(AlreadyRecorded.class)
                        .isThrownBy(() -> writer.append(command(record(key, "Z"), again)))
                        .satisfies(e -> assertThat(e.answered()).isEqualTo(first));
            }
        }
        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void recordsACommandOnceWhenManySendItAtOnce() {
        for (int round = 0; round < 20; round++) {
            var command = record(UUID.randomUUID().toString(), "R" + round);
            var tries = new ArrayList<CompletableFuture<Long>>();
            for (int i = 0; i < 8; i++) {
                var writer = i % 2 == 0 ? log : other;
                var commit = command(command, event(i < 4 ? "R" + round : "R" + round + "-" + i, 0));
                tries.add(CompletableFuture.supplyAsync(() -> last(writer, commit), task -> {
                    var _ = Thread.startVirtualThread(task);
                }));
            }
            var positions = tries.stream().map(CompletableFuture::join).toList();
            assertThat(positions).containsOnly(round + 1L);
        }
        assertThat(log.head()).isEqualTo(20);
    }

    private static long last(EventLog writer, Commit commit) {
        try {
            return writer.append(commit).last();
        } catch (AlreadyRecorded already) {
            return already.answered().position();
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> log.append(run("A", 0, 1_001)));
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(() -> log.append(commit(event("A", 0, "蛋".repeat(1 << 20)))));
        var large = "x".repeat((3 << 20) - 200);
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(() -> log.append(commit(
                        event("A", 0, large),
                        event("A", 1, large),
                        event("A", 2, large),
                        event("A", 3, large),
                        event("A", 4, large))));
        assertThat(log.append(commit(event("A", 0, large), event("A", 1, large), event("A", 2, large))))
                .isEqualTo(new Recorded(1, 3));
        assertThat(log.append(run("B", 0, 1_000))).isEqualTo(new Recorded(4, 1_003));
        assertThat(log.tail(1_000, 10)).extracting(Envelope::position).containsExactly(1_001L, 1_002L, 1_003L);
    }

    @Test
    void wakesWhoWaitsForTheNextEvent() throws InterruptedException {
        assertThat(log.awaitBeyond(0, Duration.ofMillis(150))).isFalse();
        for (var writer : List.of(log, other)) {
            long before = log.head();
            var _ = Thread.startVirtualThread(() -> {
                var _ = writer.append(run("W" + before, 0, 1));
            });
            assertThat(log.awaitBeyond(before, Duration.ofSeconds(5))).isTrue();
            assertThat(log.tail(before, 10)).hasSize(1);
        }
    }

    @Test
    void keepsSnapshots() {
        var snapshots = new Snapshots(database);
        snapshots.put(lot("A"), new Snapshot(3, 1, "{}"));
        snapshots.put(lot("A"), new Snapshot(7, 1, "{\"a\":1}"));
        var wanted = List.<StreamId>of(lot("A"), lot("B"));
        assertThat(snapshots.get(wanted)).isEqualTo(Map.of(lot("A"), new Snapshot(7, 1, "{\"a\":1}")));
    }

    private static Long[] upTo(long from, long to) {
        return rangeClosed(from, to).boxed().toArray(Long[]::new);
    }

    @Override
    public MongoDatabase database() {
        return database;
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public EventLog other() {
        return other;
    }
}
