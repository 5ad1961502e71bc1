package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.MongoConfiguration;
import linxi.query.mongo.Views;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the feed promises, on a real broker and a server of MongoDB's protocol. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // made before each test
abstract class FeedSuite {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final long seed = Long.getLong("linxi.seed", System.nanoTime());
    private final List<AutoCloseable> open = new ArrayList<>();
    private KafkaSettings settings;
    private MongoDatabase database;
    private SimpleRelay relay;
    private Views views;
    private Freshness freshness;

    abstract String bootstrapServers();

    abstract String mongoUri();

    @BeforeEach
    void begin() throws Exception {
        long name = System.nanoTime();
        settings = new KafkaSettings(bootstrapServers(), "events." + name, "group." + name, null);
        makeTopic();
        MongoClient client = opened(MongoConfiguration.client(mongoUri()));
        database = client.getDatabase("feed" + name);
        relay = opened(new SimpleRelay(bootstrapServers(), settings.topic(), database, new Random(seed)));
        views = new Views(database);
        freshness = new Freshness(database, views);
    }

    @AfterEach
    void end() throws Exception {
        for (var closeable : open.reversed()) {
            closeable.close();
        }
    }

    @Test
    void answersHowFarEverythingIsFolded() {
        assertThat(freshness.asOf()).isZero();
        var _ = feed(store());
        long position = relay.send(50);

        assertThat(freshness.awaitAtLeast(position, LIMIT)).isTrue();
        assertThat(freshness.asOf()).isEqualTo(position);
        assertThat(freshness.awaitAtLeast(position + 1, Duration.ofMillis(200))).isFalse();
        assertDocuments();
    }

    @Test
    void sharesPartitionsAndSurvivesAKill() {
        var first = feed(store());
        assertThat(freshness.awaitAtLeast(relay.send(80), LIMIT)).isTrue();
        var dying = new DyingStore(store());
        var second = feed(dying);
        awaitTrue(() -> !second.status().partitions().isEmpty()
                && first.status().partitions().size()
                                + second.status().partitions().size()
                        == SimpleRelay.PARTITIONS);
        assertThat(freshness.awaitAtLeast(relay.send(80), LIMIT)).isTrue();

        dying.stopStoring();
        long position = relay.send(80);
        awaitTrue(() -> second.status().away() != null);
        second.close();
        assertThat(freshness.awaitAtLeast(position, LIMIT)).isTrue();
        assertDocuments();
    }

    @Test
    void readsALogAgainThatHasLostWhatWasTaken() throws Exception {
        var _ = feed(store());
        assertThat(freshness.awaitAtLeast(relay.send(100), LIMIT)).isTrue();

        remakeTopic();
        relay.sendAllAgain();
        assertThat(freshness.awaitAtLeast(relay.send(20), LIMIT)).isTrue();
        assertDocuments();
    }

    /** A broken record and a projection with a bug: both parked and named, and taken up again once both are mended. */
    @Test
    void parksWhatItCannotFoldAndTakesItUpAgain() throws Exception {
        var bugs = new Bugs(new Random(seed), 0);
        var feed = feed(store(), bugs.projections());
        long broken = relay.send(60) + 1;
        bugs.plant(broken + 40);
        relay.breakNext();
        assertThat(freshness.awaitAtLeast(relay.send(120), LIMIT)).isTrue();
        awaitTrue(() -> !feed.status().parked().isEmpty());

        assertThat(freshness.asOf()).isEqualTo(broken + 119);
        assertThat(freshness.parkedFrom()).hasValue(broken);
        assertThat(feed.status().parked().getFirst().position()).isEqualTo(broken);
        assertThat(feed.status().parked().getFirst().reason()).contains("UnreadableEvent");
        assertThat(new FeedHealth(feed).health().getStatus().getCode()).isEqualTo("DEGRADED");
        var control = new FeedControl(database);
        var parked = control.parked();
        assertThat(parked).extracting(Parked::position).first().isEqualTo(broken);

        bugs.mendAll();
        remakeTopic();
        relay.sendAllAgain();
        assertThat(control.retry(List.of())).hasSameSizeAs(parked);
        awaitTrue(() -> control.parked().isEmpty());
        assertThat(freshness.awaitAtLeast(relay.send(20), LIMIT)).isTrue();
        awaitTrue(() -> feed.status().parkedUnits() == 0);
        assertDocuments();
    }

    @Test
    void parksAgainWhatIsStillBroken() {
        var feed = feed(store());
        relay.breakNext();
        long position = relay.send(50);
        assertThat(freshness.awaitAtLeast(position, LIMIT)).isTrue();
        var control = new FeedControl(database);
        var since = control.parked().getFirst().since();

        assertThat(control.retry(List.of("nothing"))).isEmpty();
        assertThat(control.retry(List.of(control.parked().getFirst().unit()))).hasSize(1);
        awaitTrue(() -> control.parked().getFirst().since().isAfter(since));
        assertThat(control.parked()).extracting(Parked::position).containsExactly(1L);
        assertThat(feed.status().isWell()).isTrue();
        assertThat(freshness.parkedFrom()).hasValue(1);
    }

    private void remakeTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.deleteTopics(List.of(settings.topic())).all().get(20, TimeUnit.SECONDS);
            awaitTrue(() -> !topics(admin).contains(settings.topic()));
        }
        makeTopic();
    }

    Store store() {
        return new MongoStore(database, Samples.generations());
    }

    Feed feed(Store store) {
        return feed(store, Samples.projections());
    }

    private Feed feed(Store store, List<Projection<?>> projections) {
        var feed = opened(new Feed(
                settings,
                new Catalogs(database),
                new Remains(database, Duration.ZERO),
                _ -> store,
                projections,
                freshness::folded));
        feed.start();
        return feed;
    }

    SimpleRelay relay() {
        return relay;
    }

    Freshness freshness() {
        return freshness;
    }

    MongoDatabase database() {
        return database;
    }

    /** The documents are those of one clean run. */
    void assertDocuments() {
        var clean = new MemoryStore();
        new Projector(clean, Samples.projections(), Together.IN_TURN).fold(relay.everything());
        var found = new TreeMap<String, BsonDocument>();
        for (var projection : Samples.projections()) {
            for (var bson : views.collection(projection.name()).find(BsonDocument.class)) {
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
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(20).toNanos());
        }
    }

    private static java.util.Set<String> topics(Admin admin) {
        try {
            return admin.listTopics().names().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void makeTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            var topic = new NewTopic(settings.topic(), SimpleRelay.PARTITIONS, (short) 1);
            admin.createTopics(List.of(topic)).all().get(20, TimeUnit.SECONDS);
        }
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }
}
