package linxi.command.store;

import static linxi.command.store.Held.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import linxi.embedded.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stored document that is none of ours, where the writer meets it. */
@Timeout(60)
class DamagedLeaseIT {
    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoDatabase database;
    private EventLog log;

    @BeforeEach
    void open() {
        mongo = EmbeddedMongo.inMemory();
        client = StoreClient.open(mongo.uri());
        database = client.getDatabase("linxi");
        log = new EventLog(database, Limits.USUAL.withPatience(Duration.ofSeconds(40)));
        assertThat(log.append(run("A", 0, 1))).isEqualTo(new Recorded(1, 1));
    }

    @AfterEach
    void close() {
        log.close();
        client.close();
        mongo.close();
    }

    @Test
    void goesOnOnceItIsMended() throws Exception {
        damage();
        var waiting = append();
        Thread.sleep(Duration.ofSeconds(1));
        assertThat(waiting).isNotDone();
        setUntil(Date.from(Instant.EPOCH));
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(new Recorded(2, 2));
        assertThat(log.isStopped()).isFalse();
    }

    @Test
    void leavesNobodyWaitingWhenTheWriterEnds() throws Exception {
        damage();
        var waiting = append();
        Thread.sleep(Duration.ofSeconds(1));
        var behind = append();
        Thread.sleep(Duration.ofMillis(200));
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("event-log-writer"))
                .forEach(Thread::interrupt);
        for (var one : List.of(waiting, behind)) {
            assertThat(one)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(StoreAway.class);
        }
        assertThat(log.isStopped()).isTrue();
    }

    private CompletableFuture<Recorded> append() {
        return CompletableFuture.supplyAsync(() -> log.append(run("B", 0, 1)), Thread::startVirtualThread);
    }

    private void damage() throws InterruptedException {
        setUntil("soon");
        Thread.sleep(Duration.ofMillis(500)); // for the slice of this instance to end
    }

    /** Of a holder that is another's, so that the writer has to look at it. */
    private void setUntil(Object until) {
        var set = new Document("owner", "somebody").append("until", until);
        var _ = database.getCollection("leases").updateOne(new Document("_id", "log"), new Document("$set", set));
    }
}
