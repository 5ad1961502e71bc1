package linxi.allinone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two query services share the partitions; whichever comes, goes, dies or stands still, documents are exactly right. */
@Timeout(300)
class TwoQueryServicesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration CAUGHT_UP = Duration.ofMinutes(1);
    /** Longer than the group waits for a sign of life. */
    private static final Duration BEYOND_THE_SESSION = Duration.ofSeconds(13);

    private static final long SEED = System.nanoTime();

    private final Path folder;
    private final EmbeddedMongo mongo;
    private final EmbeddedKafka kafka;
    private final Books books;
    private final ServiceProcess commands;
    private final List<ServiceProcess> queries = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<String> lies = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean asking = true;

    TwoQueryServicesIT(@TempDir Path folder) {
        System.out.println("seed " + SEED);
        this.folder = folder;
        mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        books = new Books(mongo.uri());
        commands = ServiceProcess.command(folder, mongo.uri(), kafka.bootstrapServers());
        var _ = query();
        var _ = query();
        commands.awaitReady();
        queries.forEach(ServiceProcess::awaitReady);
    }

    private ServiceProcess query(String... more) {
        var service = ServiceProcess.query(folder, mongo.uri(), kafka.bootstrapServers(), commands.url(), more);
        queries.add(service);
        return service;
    }

    @AfterEach
    void stop() {
        asking = false;
        queries.forEach(ServiceProcess::close);
        commands.close();
        books.close();
        kafka.close();
        mongo.close();
    }

    @Test
    void documentsAreRightWhoeverFoldsThem() {
        var first = queries.get(0);
        var second = queries.get(1);
        try (var load = new Load(List.of(commands.url()), PATIENCE)) {
            load.begin();
            load.start("a", 8, SEED);
            var asker = CompletableFuture.runAsync(() -> askFor(load), Thread::startVirtualThread);
            untilFurther(load, 100);
            first.kill();
            untilFurther(load, 100);
            var third = query().awaitReady();
            untilFurther(load, 100);
            second.freeze();
            Await.sleep(BEYOND_THE_SESSION.toMillis());
            second.thaw();
            untilFurther(load, 100);
            System.out.println("graceful stop within " + second.stop());
            var fourth = query().awaitReady();
            untilFurther(load, 100);
            load.stop();
            asking = false;
            asker.join();
            assertThat(asked).hasPositiveValue();
            long head = load.newest();
            awaitFolded(third, head);
            awaitFolded(fourth, head);
            books.requireAllOf(load.acknowledged());
            requireSameAsFromNothing(head);
            assertThat(lies).isEmpty();
            System.out.println(asked + " answers of at least a position, none of them lied");
        }
    }

    /** A shipment that was acknowledged at a position is in every answer of at least that position. */
    private void askFor(Load load) {
        while (asking) {
            var newest = load.newestShipment();
            for (var service : queries) {
                if (newest != null) {
                    var answer = Http.get(
                            service.url() + "/api/shipments/" + newest.id() + "?atLeast=" + newest.position(),
                            PATIENCE);
                    if (answer.status() == 200 || answer.status() == 404) {
                        asked.incrementAndGet();
                        if (answer.status() == 404
                                || Long.parseLong(answer.header("X-As-Of-Position")) < newest.position()) {
                            lies.add(newest + ": " + answer.seen());
                        }
                    }
                }
            }
            Await.sleep(20);
        }
    }

    private static void awaitFolded(ServiceProcess service, long head) {
        Await.until(
                "folded up to " + head,
                CAUGHT_UP,
                () -> Http.get(service.url() + "/api/lots?limit=1&atLeast=" + head, PATIENCE)
                                .status()
                        == 200);
    }

    /** A service of its own group folds the whole topic into an empty database, undisturbed. */
    private void requireSameAsFromNothing(long head) {
        var fresh = books.database("fresh");
        for (var relay : books.database().getCollection("relay").find()) {
            var _ = fresh.getCollection("relay").insertOne(relay);
        }
        var undisturbed = query("--linxi.mongo.database=fresh", "--linxi.kafka.group=fresh")
                .awaitReady();
        awaitFolded(undisturbed, head);
        var expected = documents(fresh);
        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(documents(books.database())).isEqualTo(expected);
    }

    /** Every document of every read model; how often it was written is no part of it. */
    private static Map<String, Document> documents(MongoDatabase database) {
        var all = new TreeMap<String, Document>();
        for (var collection : database.listCollectionNames()) {
            if (collection.startsWith("view_")) {
                for (var document : database.getCollection(collection).find()) {
                    var _ = document.remove("r");
                    all.put(collection + " " + document.get("_id"), document);
                }
            }
        }
        return all;
    }

    private static void untilFurther(Load load, int commands) {
        int before = load.acknowledgedSoFar();
        Await.until("more commands", Duration.ofMinutes(1), () -> load.acknowledgedSoFar() >= before + commands);
    }
}
