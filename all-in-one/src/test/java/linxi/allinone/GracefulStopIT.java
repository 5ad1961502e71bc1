package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM under load: what was asked is answered, what was recorded is sent and folded, and all within ten seconds. */
class GracefulStopIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int ACKNOWLEDGED = 300;

    @TempDir
    private Path folder;

    @Test
    void theAllInOneStopsWithEverythingSentAndFolded() throws InterruptedException {
        var data = folder.resolve("data");
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            var load = new StopLoad(linxi.url());
            load.awaitAcknowledged(ACKNOWLEDGED);
            stopInTime("all-in-one", linxi);
            load.finish();
            assertClean(load);
            try (var mongo = EmbeddedMongo.start(data.resolve("mongo"), 0);
                    var client = MongoClients.create(mongo.uri())) {
                assertKept(load, database(client));
                assertSent(database(client));
                assertFolded(database(client));
            }
        }
    }

    @Test
    void eachServiceAloneStopsWithItsPartDone() throws InterruptedException {
        try (var mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
                var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
                var client = MongoClients.create(mongo.uri());
                var commands = ServiceJvm.commands(folder.resolve("services"), mongo, kafka)) {
            try (var queries = ServiceJvm.queries(folder.resolve("services"), mongo, kafka, commands)) {
                commands.awaitReady();
                queries.awaitReady();
                var load = new StopLoad(queries.url());
                load.awaitAcknowledged(ACKNOWLEDGED);
                stopInTime("command-service", commands);
                assertSent(database(client));
                assertThat(new Client(queries.url()).isReady()).isFalse();
                stopInTime("query-service", queries);
                load.finish();
                assertClean(load);
                assertKept(load, database(client));
                assertFolded(database(client));
                assertJson(queries);
            }
            assertJson(commands);
        }
    }

    private static void stopInTime(String what, LinxiProcess process) {
        long began = System.nanoTime();
        assertThat(process.stop()).isIn(0, 143);
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println(what + " stopped in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(LIMIT);
    }

    private static void assertClean(StopLoad load) {
        System.out.println(load.ends());
        assertThat(load.ends().keySet()).isSubsetOf("201", "503", "refused", "closed");
    }

    /** Every acknowledged lot once, and no other: what is recorded is answered, on whatever connection. */
    private static void assertKept(StopLoad load, MongoDatabase database) {
        Set<String> lots = new HashSet<>();
        for (var commit : database.getCollection("commits").find()) {
            for (var event : commit.getList("events", Document.class)) {
                if (event.getString("aggregate").startsWith("lot/")) {
                    assertThat(lots.add(event.getString("aggregate").substring(4)))
                            .isTrue();
                }
            }
        }
        assertThat(lots).containsAll(load.acknowledged());
        lots.removeAll(load.acknowledged());
        lots.removeAll(load.givenUp());
        assertThat(lots).as("recorded and not answered").isEmpty();
        assertThat(head(database)).isGreaterThanOrEqualTo(load.lastPosition());
    }

    private static void assertSent(MongoDatabase database) {
        assertThat(relay(database).getLong("position")).isEqualTo(head(database));
    }

    private static void assertFolded(MongoDatabase database) {
        for (var sent : relay(database).getList("partitions", Document.class)) {
            var number = sent.getInteger("partition");
            var taken = database.getCollection("feed")
                    .find(new Document("partition", number))
                    .first();
            long last = taken == null ? 0 : taken.getLong("last");
            assertThat(last).as("partition " + number).isEqualTo(sent.getLong("last"));
        }
    }

    private static void assertJson(LinxiProcess service) {
        var lines = service.terminal().lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines).isNotEmpty();
        assertThat(lines.stream().filter(line -> !line.startsWith("{"))).isEmpty();
        assertThat(lines)
                .allSatisfy(line -> assertThat(Client.json(line).has("message")).isTrue());
    }

    private static long head(MongoDatabase database) {
        long head = 0;
        for (var commit : database.getCollection("commits").find()) {
            head = Math.max(head, commit.getLong("_id") + commit.getInteger("n") - 1);
        }
        return head;
    }

    private static Document relay(MongoDatabase database) {
        var found = database.getCollection("relay").find().first();
        assertThat(found).isNotNull();
        return found == null ? new Document() : found;
    }

    private static MongoDatabase database(MongoClient client) {
        return client.getDatabase("linxi");
    }
}
