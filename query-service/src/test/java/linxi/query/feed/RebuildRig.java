package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import linxi.query.feed.Samples.Counter;
import linxi.query.mongo.Catalog;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.MongoConfiguration;
import linxi.query.mongo.NotServed;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker, a database, a relay and instances of the query service, and what must always be true of their answers. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // made before each test
abstract class RebuildRig {
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static @Nullable EmbeddedKafka kafka;
    private static @Nullable EmbeddedMongo mongo;

    private final long seed = System.nanoTime();
    private final List<AutoCloseable> open = new ArrayList<>();
    private KafkaSettings settings;
    private MongoDatabase database;
    private final Object sending = new Object();
    private SimpleRelay relay;
    private volatile long position;

    @BeforeAll
    static void startParts(@TempDir Path folder) {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
    }

    @AfterAll
    static void stopParts() {
        Objects.requireNonNull(kafka).close();
        Objects.requireNonNull(mongo).close();
    }

    @BeforeEach
    void begin() throws Exception {
        System.out.println("seed " + seed);
        var servers = Objects.requireNonNull(kafka).bootstrapServers();
        settings = new KafkaSettings(servers, "events." + seed, "group." + seed, null);
        makeTopic();
        var client = MongoConfiguration.client(Objects.requireNonNull(mongo).uri());
        open.add(client);
        database = client.getDatabase("rebuild" + seed);
        relay = new SimpleRelay(servers, settings.topic(), database, new Random(seed));
        open.add(relay);
    }

    private void makeTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()))) {
            var topic = new NewTopic(settings.topic(), SimpleRelay.PARTITIONS, (short) 1);
            admin.createTopics(List.of(topic)).all().get(20, TimeUnit.SECONDS);
        }
    }

    /** As a broker that has lost everything. */
    void emptyTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()))) {
            admin.deleteTopics(List.of(settings.topic())).all().get(20, TimeUnit.SECONDS);
            for (int looks = 0; admin.listTopics().names().get().contains(settings.topic()); looks++) {
                assertThat(looks).isLessThan(200);
                Thread.sleep(50);
            }
        }
        makeTopic();
    }

    /** Again what it has sent before. */
    void sendAllAgain() {
        relay.sendAllAgain();
    }

    /** The same but for one event, which Kafka does not keep. */
    void sendAllAgainBut(long lost) {
        relay.sendAllAgainBut(lost);
    }

    @AfterEach
    void end() throws Exception {
        for (var closeable : open.reversed()) {
            closeable.close();
        }
    }

    KafkaSettings settings() {
        return settings;
    }

    MongoDatabase database() {
        return database;
    }

    long position() {
        return position;
    }

    @CanIgnoreReturnValue
    long send(int events) {
        synchronized (sending) {
            position = relay.send(events);
            return position;
        }
    }

    Instance instance(List<? extends Projection<?>> projections) {
        var instance = new Instance(database, settings, projections).start();
        open.add(instance);
        return instance;
    }

    Rebuild rebuild(List<? extends Projection<?>> projections) {
        return new Rebuild(database, settings, projections);
    }

    Catalog catalog() {
        return Objects.requireNonNull(new Catalogs(database).read());
    }

    List<String> collections() {
        return database.listCollectionNames().into(new ArrayList<>());
    }

    void awaitFolded(Instance instance) {
        assertThat(instance.freshness().awaitAtLeast(position, LIMIT)).isTrue();
        awaitTrue(() -> {
            var _ = instance.freshness().asOf();
            return instance.views()
                    .collection("counter")
                    .getNamespace()
                    .getCollectionName()
                    .equals(catalog().serving().collection("counter"));
        });
    }

    /**
     * Each document has every event of its key up to the position, and perhaps some more, in order.
     *
     * @return false where it was refused for having taken too long, on a very busy machine
     */
    @CanIgnoreReturnValue
    boolean assertAnswer(Instance instance, long promised) {
        try {
            assertDocumentsHold(instance, promised);
            return true;
        } catch (NotServed tooSlow) {
            assertThat(tooSlow).hasMessageContaining("so long");
            return false;
        }
    }

    private void assertDocumentsHold(Instance instance, long promised) {
        var view = new Counter().view(instance.views());
        for (int origin = 0; origin < 9; origin++) {
            var key = "origin-" + origin;
            var found = view.get(key, "all");
            List<Long> sent;
            synchronized (sending) {
                sent = relay.positions(key);
            }
            long wanted = sent.stream().filter(one -> one <= promised).count();
            long events = found == null ? 0 : found.events();
            assertThat(events).as("seed %s, %s as of %s", seed, key, promised).isBetween(wanted, (long) sent.size());
            long sum = sent.stream().limit(events).mapToLong(Long::longValue).sum();
            assertThat(found == null ? 0 : found.positions()).isEqualTo(sum);
        }
    }

    /** What is served is what one clean run folds. */
    void assertDocuments(List<? extends Projection<?>> projections) {
        var clean = new MemoryStore();
        new Projector(clean, projections, Together.IN_TURN).fold(relay.everything());
        var found = new TreeMap<String, BsonDocument>();
        var serving = catalog().serving();
        for (var projection : projections) {
            for (var bson : database.getCollection(serving.collection(projection.name()), BsonDocument.class)
                    .find()) {
                bson.remove(DocumentForm.REVISION);
                found.put(projection.name() + "/" + bson.getString("_id").getValue(), bson);
            }
        }
        assertThat(found).as("seed %s", seed).isEqualTo(clean.documents());
    }

    static void awaitTrue(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waiting").isNegative();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
