package linxi.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import linxi.command.store.Commit;
import linxi.command.store.EventLog;
import linxi.command.store.NewEvent;
import linxi.command.store.StoreClient;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotId;
import linxi.events.PartyId;

/** A log and a topic of their own, and relays between them. */
final class Trial implements AutoCloseable {
    private static final int ORIGINS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MongoClient client;
    final MongoDatabase database;
    final EventLog log;
    final RelaySettings settings;
    private final Deque<Relay> relays = new ArrayDeque<>();
    private int commits;

    Trial(String mongo, String kafka) {
        this(mongo, name(), kafka, name());
    }

    Trial(String mongo, String database, String kafka, String topic) {
        this.client = StoreClient.open(mongo);
        this.database = client.getDatabase(database);
        this.log = new EventLog(this.database);
        this.settings = new RelaySettings(kafka, topic, 6, (short) 1);
    }

    static String name() {
        return "trial-" + UUID.randomUUID();
    }

    /** Commits of three events, of origins in turn. */
    void record(int events) {
        record(events, "L");
    }

    void record(int events, String lots) {
        for (int left = events; left > 0; left -= 3) {
            var commit = new ArrayList<NewEvent>();
            for (int i = 0; i < Math.min(left, 3); i++) {
                var lot = new LotId(lots + commits + "-" + i);
                var origin = new PartyId("origin-" + (commits + i) % ORIGINS);
                commit.add(new NewEvent(new LotHeld(lot, origin, "检查", Instant.EPOCH), 0));
            }
            var _ = log.append(new Commit(commit, "dakang", null, null));
            commits++;
        }
    }

    Relay relay() {
        return relay(settings, () -> {});
    }

    Relay relay(RelaySettings other, Runnable afterSend) {
        var relay = new Relay(log, database, other, afterSend);
        relays.push(relay);
        relay.start();
        return relay;
    }

    static void awaitSent(Relay relay) {
        await("everything is sent", () -> relay.status().lag() == 0);
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Stops everything and keeps the data. */
    void leave() {
        relays.forEach(Relay::close);
        log.close();
    }

    @Override
    public void close() {
        leave();
        database.drop();
        client.close();
    }
}
