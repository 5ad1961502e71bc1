package linxi.query.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import linxi.events.Event;
import linxi.events.ShipmentEvent.ShipmentSettled;
import linxi.events.wire.Envelope;
import linxi.query.Story;
import linxi.query.check.Difference.Kind;
import linxi.query.feed.Projection;
import linxi.query.feed.Replay;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check makes of what relay and feed say, of their silence, and of events that cannot be folded. */
class ClaimIT extends CheckRig {
    private static final int PARTITIONS = 8;

    @Test
    void doesNotMissWhatTheFeedHasNotClaimed() {
        sell();
        sent(12);
        for (var late : database().getCollection("view_settlement").find().into(new ArrayList<>())) {
            var _ = database().getCollection("view_settlement").deleteOne(late);
        }
        var report = check(Sizes.USUAL);
        assertThat(report.differences()).isEmpty();
        assertThat(report.folded()).isEqualTo(12);
    }

    @Test
    void saysWhatIsParkedAndDoesNotMissIt() {
        var _ = replay().fold(Story.lot(Story.T1, 100));
        var lost = Replay.inMemory(PROJECTIONS.toArray(Projection<?>[]::new))
                .fold(Story.lot(Story.T1, 100), Story.lot(Story.T2, 10));
        sent(2);
        assertThat(check(lost.log(), Sizes.USUAL).counts()).containsOnlyKeys(Kind.MISSING);
        database()
                .getCollection("parked", BsonDocument.class)
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
    void saysHowManyEventsAreNotFoldedYetAndIsContentWithThat() {
        sell();
        sent(12);
        var report = check(Sizes.USUAL);
        assertThat(report.pending()).isEqualTo(replay().position() - 12);
        assertThat(report.isSound()).isTrue();
    }

    @Test
    void isContentWithALogThatWasOnlyImported() {
        var log = Replay.inMemory(PROJECTIONS.toArray(Projection<?>[]::new))
                .fold(Story.lot(Story.T1, 100), Story.lot(Story.T2, 10))
                .log();
        var report = check(log, Sizes.USUAL);
        assertThat(report.isSound()).isTrue();
        assertThat(report.pending()).isEqualTo(report.events()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relay", "feed"})
    void namesWhatIsGoneThatWouldSayWhatDocumentsMustHold(String gone) {
        sell();
        database().getCollection(gone).drop();
        database().getCollection("view_settlement").drop();
        var report = check(Sizes.USUAL);
        assertThat(report.isSound()).isFalse();
        assertThat(report.differences())
                .extracting(Difference::kind, Difference::document)
                .contains(tuple(Kind.UNACCOUNTED, gone.equals("feed") ? "feed 1/0" : "relay"));
    }

    @Test
    void namesWhatIsMissingInOnePartitionThoughTheProgressOfAnotherIsGone() {
        sell();
        int theirs = partition("dakang");
        assertThat(theirs).isNotEqualTo(partition("register"));
        sent(replay().position(), PARTITIONS);
        database().getCollection("feed").drop();
        taken(replay().position(), theirs);
        database().getCollection("view_settlement").drop();
        assertThat(check(Sizes.USUAL).differences())
                .extracting(Difference::kind, Difference::projection, Difference::document)
                .contains(
                        tuple(Kind.UNACCOUNTED, "*", "feed 1/" + partition("register")),
                        tuple(Kind.MISSING, "settlement", "dakang|S1"));
    }

    private static int partition(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), PARTITIONS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesAnEventThatTheFeedWouldParkForAnError(boolean inTheFold) {
        sell();
        var settled = replay().log().stream()
                .filter(envelope -> envelope.event() instanceof ShipmentSettled)
                .findFirst()
                .orElseThrow();
        var projections = PROJECTIONS.stream()
                .<Projection<?>>map(projection -> new Failing<>(projection, inTheFold))
                .toList();
        assertThat(check(replay().log(), projections, Sizes.USUAL).differences())
                .filteredOn(found -> found.kind() == Kind.UNFOLDABLE)
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.expected())
                        .contains(settled.position() + ": ")
                        .contains(inTheFold ? "StackOverflowError" : "AssertionError"));
    }

    /** Cannot do with a settled shipment what it should. */
    private record Failing<D>(Projection<D> whole, boolean inTheFold) implements Projection<D> {
        @Override
        public String name() {
            return whole.name();
        }

        @Override
        public Class<D> type() {
            return whole.type();
        }

        @Override
        public List<String> documents(Event event) {
            if (!inTheFold && event instanceof ShipmentSettled) {
                throw new AssertionError("no such document");
            }
            return whole.documents(event);
        }

        @Override
        public D fold(@Nullable D before, String id, Envelope envelope, Event event) {
            if (inTheFold && event instanceof ShipmentSettled) {
                throw new StackOverflowError();
            }
            return whole.fold(before, id, envelope, event);
        }
    }
}
