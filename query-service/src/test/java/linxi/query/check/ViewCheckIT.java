package linxi.query.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import linxi.embedded.EmbeddedMongo;
import linxi.events.Event;
import linxi.events.LotId;
import linxi.events.wire.Envelope;
import linxi.query.Story;
import linxi.query.check.Difference.Kind;
import linxi.query.feed.Projection;
import linxi.query.feed.Replay;
import linxi.query.web.QueryService;
import linxi.query.web.Sale;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sale from lot to income, folded into every read model; then something in them is changed. */
class ViewCheckIT {
    private static final List<Projection<?>> PROJECTIONS = QueryService.projections();

    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoDatabase database;
    private Replay replay;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.inMemory();
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase("linxi");
        replay = Replay.into(database, PROJECTIONS.toArray(Projection<?>[]::new));
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void findsNothingWhereNothingIsWrongAndSeesEveryProjection() {
        sell();
        var report = check(Sizes.USUAL);
        assertThat(report.differences()).isEmpty();
        assertThat(report.isSound()).isTrue();
        assertThat(report.head()).isEqualTo(replay.position());
        assertThat(report.documents())
                .hasSameSizeAs(PROJECTIONS)
                .allSatisfy((_, count) -> assertThat(count).isPositive());
    }

    @Test
    void namesTheSmallestChangeInAnyFieldOfAnyDocument() {
        sell();
        for (var projection : PROJECTIONS) {
            var view = view(projection.name());
            for (var original : view.find().into(new ArrayList<>())) {
                for (var leaf : Leaves.changed(original, Set.of("_id", "p", "r"))) {
                    replace(view, leaf.document());
                    assertThat(check(Sizes.USUAL).differences())
                            .as(projection.name() + " " + leaf.field())
                            .singleElement()
                            .satisfies(found -> {
                                assertThat(found.kind()).isEqualTo(Kind.DIFFERENT);
                                assertThat(found.projection()).isEqualTo(projection.name());
                                assertThat(found.document())
                                        .isEqualTo(original.getString("_id").getValue());
                                assertThat(found.field()).isEqualTo(leaf.field());
                                assertThat(found.stored()).isNotEqualTo(found.expected());
                            });
                }
                replace(view, original);
            }
        }
        assertThat(check(Sizes.USUAL).isSound()).isTrue();
    }

    @Test
    void namesAPositionThatIsNotTheDocumentsOwn() {
        sell();
        var view = view("shipment");
        for (var original : view.find().into(new ArrayList<>())) {
            for (long step : new long[] {-1, 1, 1_000}) {
                var changed = original.clone();
                changed.put("p", new BsonInt64(original.getInt64("p").getValue() + step));
                replace(view, changed);
                assertThat(check(Sizes.USUAL).differences())
                        .isNotEmpty()
                        .allSatisfy(found -> assertThat(found.document())
                                .isEqualTo(original.getString("_id").getValue()));
            }
            replace(view, original);
        }
    }

    @Test
    void namesADocumentThatIsMissingAndOneTooMany() {
        sell();
        for (var projection : PROJECTIONS) {
            var view = view(projection.name());
            var original = view.find().first();
            var _ = view.deleteOne(id(original));
            var other = original.clone();
            other.put("_id", new BsonString("dakang|nobody knows it"));
            var _ = view.insertOne(other);
            var strange = original.clone();
            strange.put("_id", new BsonInt64(7));
            var _ = view.insertOne(strange);
            assertThat(check(Sizes.USUAL).differences())
                    .extracting(Difference::kind, Difference::projection)
                    .as(projection.name())
                    .containsExactlyInAnyOrder(
                            tuple(Kind.MISSING, projection.name()),
                            tuple(Kind.SUPERFLUOUS, projection.name()),
                            tuple(Kind.SUPERFLUOUS, projection.name()));
            var _ = view.deleteOne(id(other));
            var _ = view.deleteOne(id(strange));
            var _ = view.insertOne(original);
        }
    }

    @Test
    void namesADocumentThatWasSetBack() {
        var events = Sale.events();
        var _ = replay.fold(events.subList(0, 10).toArray(Event[]::new));
        var before = view("shipment").find().first();
        var _ = replay.fold(events.subList(10, events.size()).toArray(Event[]::new));
        sent(replay.position());
        replace(view("shipment"), before);
        assertThat(check(Sizes.USUAL).differences()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.BEHIND);
            assertThat(found.document()).isEqualTo("dakang|SH1");
        });
    }

    @Test
    void doesNotMissWhatTheFeedHasNotClaimed() {
        sell();
        sent(12);
        for (var late : database.getCollection("view_settlement").find().into(new ArrayList<>())) {
            var _ = database.getCollection("view_settlement").deleteOne(late);
        }
        var report = check(Sizes.USUAL);
        assertThat(report.differences()).isEmpty();
        assertThat(report.folded()).isEqualTo(12);
    }

    @Test
    void readsTheLogOnWhereDocumentsAreFurtherThanWhatItRead() {
        sell();
        var log = replay.log();
        try (var check = new ViewCheck(database, PROJECTIONS)) {
            check.take(log.subList(0, 3));
            var report =
                    check.finish(after -> log.subList((int) after, (int) Math.min(log.size(), after + 4)), _ -> {});
            assertThat(report.differences()).isEmpty();
            assertThat(report.head()).isEqualTo(replay.position());
        }
    }

    @Test
    void saysWhatIsParkedAndDoesNotMissIt() {
        var _ = replay.fold(Story.lot(Story.T1, 100));
        var lost = Replay.inMemory(PROJECTIONS.toArray(Projection<?>[]::new))
                .fold(Story.lot(Story.T1, 100), Story.lot(Story.T2, 10));
        sent(2);
        assertThat(check(lost.log(), Sizes.USUAL).counts()).containsOnlyKeys(Kind.MISSING);
        database.getCollection("parked", BsonDocument.class)
                .insertOne(new BsonDocument("_id", new BsonString("1/0/dakang"))
                        .append("epoch", new BsonInt64(1))
                        .append("unit", new BsonString("dakang"))
                        .append("position", new BsonInt64(2))
                        .append("reason", new BsonString("cannot be read")));
        var report = check(lost.log(), Sizes.USUAL);
        assertThat(report.differences()).isEmpty();
        assertThat(report.parked()).singleElement().extracting(Parked::unit).isEqualTo("dakang");
        assertThat(report.isSound()).isFalse();
    }

    @Test
    void holdsFewDocumentsAtOnceHoweverManyThereAre() {
        int lots = 4_000;
        var _ = replay.fold(IntStream.range(0, lots)
                .mapToObj(i -> Story.lot(new LotId("L" + i), 1))
                .toArray(Event[]::new));
        sent(lots);
        try (var check = new ViewCheck(database, PROJECTIONS, new Sizes(100, 1 << 20))) {
            check.take(replay.log());
            var report = check.finish(_ -> List.of(), _ -> {});
            assertThat(report.documents()).containsEntry("lot", (long) lots);
            assertThat(report.isSound()).isTrue();
            assertThat(check.mostHeld()).isLessThan(200);
        }
    }

    private void sell() {
        var _ = replay.fold(Sale.events().toArray(Event[]::new));
        sent(replay.position());
    }

    /** What the relay says, where the feed has taken everything. */
    private void sent(long position) {
        var relay = database.getCollection("relay", BsonDocument.class);
        var _ = relay.deleteMany(new BsonDocument());
        var _ = relay.insertOne(new BsonDocument("_id", new BsonString("relay"))
                .append("position", new BsonInt64(position))
                .append("partitions", new BsonArray()));
    }

    private CheckReport check(Sizes sizes) {
        return check(replay.log(), sizes);
    }

    private CheckReport check(List<Envelope> log, Sizes sizes) {
        try (var check = new ViewCheck(database, PROJECTIONS, sizes)) {
            check.take(log);
            return check.finish(_ -> List.of(), _ -> {});
        }
    }

    private MongoCollection<BsonDocument> view(String projection) {
        return database.getCollection("view_" + projection, BsonDocument.class);
    }

    private static BsonDocument id(BsonDocument document) {
        return new BsonDocument("_id", document.get("_id"));
    }

    private static void replace(MongoCollection<BsonDocument> view, BsonDocument document) {
        var _ = view.replaceOne(id(document), document);
    }
}
