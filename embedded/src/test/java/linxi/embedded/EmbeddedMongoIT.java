package linxi.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoIT {
    private static final int KILLS = 5;

    private final Path folder;

    EmbeddedMongoIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsEveryAcknowledgedWriteThroughKills() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var acknowledged = new HashMap<String, Integer>();
        for (int kill = 0; kill < KILLS; kill++) {
            var lines = ChildJvm.run(MongoWriter.class, folder).killAfter(50, Duration.ofMillis(random.nextInt(900)));
            assertThat(lines).hasSizeGreaterThan(50);
            lines.forEach(line -> remember(line, acknowledged));
        }
        System.out.println(acknowledged.size() + " acknowledged in " + KILLS + " kills");
        try (var mongo = EmbeddedMongo.start(folder, 0);
                var client = MongoClients.create(mongo.uri())) {
            assertAllThere(written(client), acknowledged);
        }
    }

    /** A line that the kill cut off is no acknowledgement. */
    private static void remember(String line, Map<String, Integer> acknowledged) {
        var parts = line.split(" ", -1);
        if (parts.length == 2 && !parts[1].isEmpty()) {
            acknowledged.merge(parts[0], Integer.valueOf(parts[1]), Math::max);
        }
    }

    private static void assertAllThere(MongoCollection<Document> written, Map<String, Integer> acknowledged) {
        var stored = new HashMap<String, Integer>();
        written.find().forEach(found -> stored.put(found.getString("_id"), found.getInteger("value")));
        acknowledged.forEach(
                (id, value) -> assertThat(stored.getOrDefault(id, -1)).as(id).isGreaterThanOrEqualTo(value));
        for (var id : stored.keySet()) {
            assertThat(written.find(in("keys", List.of("other/" + id))))
                    .as("index of " + id)
                    .hasSize(1);
        }
        assertThatThrownBy(() -> written.insertOne(new Document("_id", "new")
                        .append(
                                "keys",
                                List.of("key/" + stored.keySet().iterator().next()))))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    void comesBackOnTheSamePortWithTheSameDocuments() {
        try (var mongo = EmbeddedMongo.start(folder, 0);
                var client = MongoClients.create(mongo.uri() + "&serverSelectionTimeoutMS=400")) {
            var _ = written(client).insertOne(new Document("_id", 1));
            mongo.stop();
            assertThatThrownBy(() -> written(client).countDocuments()).isInstanceOf(MongoException.class);
            mongo.start();
            assertThat(eventually(() -> written(client).countDocuments())).isEqualTo(1);
        }
    }

    @Test
    void keepsDocumentsInMemoryWhileItIsAway() {
        try (var mongo = EmbeddedMongo.inMemory();
                var client = MongoClients.create(mongo.uri())) {
            var _ = written(client).insertOne(new Document("_id", 1));
            mongo.stop();
            mongo.start();
            assertThat(eventually(() -> written(client).countDocuments())).isEqualTo(1);
        }
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(Ports.loopback(), Ports.free()));
            assertThatThrownBy(() -> EmbeddedMongo.start(folder, taken.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    @Test
    void saysThatTheFolderIsTakenByAnotherProcess() throws Exception {
        var child = ChildJvm.run(MongoWriter.class, folder);
        try {
            assertThat(eventually(() -> Files.size(folder.resolve("mongo.mv")) > 0 ? 1L : failed()))
                    .as("written, and so locked")
                    .isEqualTo(1);
            assertThatThrownBy(() -> EmbeddedMongo.start(folder, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another program");
        } finally {
            assertThat(child.killAfter(0, Duration.ZERO)).isNotNull();
        }
    }

    @Test
    void commitsOnceForWritersThatWaitTogether() throws Exception {
        try (var mongo = EmbeddedMongo.start(folder, 0);
                var client = MongoClients.create(mongo.uri());
                var threads = Executors.newFixedThreadPool(16)) {
            var written = written(client);
            long before = mongo.commits();
            var tasks = IntStream.range(0, 800)
                    .mapToObj(id -> (Callable<Object>) () -> written.insertOne(new Document("_id", id)))
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isNotNull();
            }
            long commits = mongo.commits() - before;
            System.out.println("800 inserts of 16 writers in " + commits + " commits");
            assertThat(written.countDocuments()).isEqualTo(800);
            assertThat(commits).isLessThan(500);
        }
    }

    /** Who does not say how many documents an answer may hold gets them all nevertheless, in answers that can be read. */
    @Test
    void answersInBatchesThatFitAMessage() {
        try (var mongo = EmbeddedMongo.inMemory();
                var client = MongoClients.create(mongo.uri())) {
            var large = client.getDatabase("linxi").getCollection("large");
            var text = "a".repeat(100_000);
            for (int i = 0; i < 600; i++) {
                var _ = large.insertOne(new Document("_id", i).append("text", text));
            }
            int found = 0;
            for (var document : large.find()) {
                found += document.getString("text").length() / text.length();
            }
            assertThat(found).isEqualTo(600);
            var some = large.find().sort(new Document("_id", -1)).skip(1).limit(250);
            assertThat(some.map(document -> document.getInteger("_id")).into(new ArrayList<>()))
                    .hasSize(250)
                    .startsWith(598)
                    .endsWith(349);
        }
    }

    @Test
    void takesWhatTheEventStoreAsks() {
        try (var mongo = EmbeddedMongo.inMemory();
                var client = MongoClients.create(mongo.uri())) {
            var log = written(client).withReadConcern(ReadConcern.MAJORITY);
            var _ = log.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
            var _ = log.insertMany(List.of(commit(1, "lot/T1#000000"), commit(2, "lot/T1#000001", "command/a")));
            assertThat(log.find(in("keys", List.of("lot/T1#000000", "lot/T1#000001", "lot/T1#000002"))))
                    .hasSize(2);
            assertThat(log.find(eq("keys", "command/a")).first()).containsEntry("_id", 2L);
            assertThatThrownBy(() -> log.insertMany(
                            List.of(commit(3, "lot/T2#000000"), commit(4, "command/a"), commit(5, "lot/T3#000000"))))
                    .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                        assertThat(e.getWriteErrors()).singleElement().satisfies(error -> {
                            assertThat(error.getIndex()).isEqualTo(1);
                            assertThat(error.getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
                        });
                    });
            assertThat(log.find().map(found -> found.getLong("_id"))).containsExactly(1L, 2L, 3L);
        }
    }

    private static Document commit(long id, String... keys) {
        return new Document("_id", id).append("keys", List.of(keys));
    }

    private static MongoCollection<Document> written(MongoClient client) {
        return client.getDatabase("linxi")
                .getCollection("written")
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private static long failed() {
        throw new IllegalStateException("not yet");
    }

    /** A client may need another try after an outage. */
    private static long eventually(Callable<Long> call) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                return call.call();
            } catch (Exception e) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
