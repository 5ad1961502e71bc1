package linxi.query.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import linxi.events.Event;
import linxi.events.LotId;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.query.Story;
import linxi.query.check.Difference.Kind;
import linxi.query.feed.Projection;
import linxi.query.feed.Replay;
import linxi.query.web.Sale;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sale from lot to income, folded into every read model; then something in them is changed. */
class ViewCheckIT extends CheckRig {
    @Test
    void findsNothingWhereNothingIsWrongAndSeesEveryProjection() {
        sell();
        var report = check(Sizes.USUAL);
        assertThat(report.differences()).isEmpty();
        assertThat(report.isSound()).isTrue();
        assertThat(report.head()).isEqualTo(replay().position());
        assertThat(report.documents())
                .hasSameSizeAs(PROJECTIONS)
                .allSatisfy((_, count) -> assertThat(count).isPositive());
    }

    /** Then some events change nothing in a document that an earlier one has made. */
    @Test
    void findsNothingWhereEventsCameOneByOne() {
        var events = new ArrayList<>(Sale.events());
        events.addAll(Sale.events().stream()
                .filter(IncomeAttributed.class::isInstance)
                .toList());
        for (var event : events) {
            var _ = replay().fold(event);
        }
        sent(replay().position());
        assertThat(check(Sizes.USUAL).differences()).isEmpty();
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
        var _ = replay().fold(events.subList(0, 10).toArray(Event[]::new));
        var before = view("shipment").find().first();
        var _ = replay().fold(events.subList(10, events.size()).toArray(Event[]::new));
        sent(replay().position());
        replace(view("shipment"), before);
        assertThat(check(Sizes.USUAL).differences()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.BEHIND);
            assertThat(found.document()).isEqualTo("dakang|SH1");
        });
    }

    @Test
    void readsTheLogOnWhereDocumentsAreFurtherThanWhatItRead() {
        sell();
        var log = replay().log();
        try (var check = new ViewCheck(database(), PROJECTIONS, log.size())) {
            check.take(log.subList(0, 3));
            var report =
                    check.finish(after -> log.subList((int) after, (int) Math.min(log.size(), after + 4)), _ -> {});
            assertThat(report.differences()).isEmpty();
            assertThat(report.head()).isEqualTo(replay().position());
        }
    }

    @Test
    void holdsFewDocumentsAtOnceHoweverManyThereAre() {
        int lots = 4_000;
        var _ = replay().fold(lots(lots));
        sent(lots);
        try (var check = new ViewCheck(database(), PROJECTIONS, 1, new Sizes(100, 1 << 20))) {
            check.take(replay().log());
            var report = check.finish(_ -> List.of(), _ -> {});
            assertThat(report.documents()).containsEntry("lot", (long) lots);
            assertThat(report.isSound()).isTrue();
            assertThat(check.mostHeld()).isLessThan(200);
        }
    }

    /** As after an import, or where the read models were lost: the log is all there is. */
    @ParameterizedTest(name = "reckoned with {0} commits")
    @ValueSource(longs = {0, 3_000})
    void holdsFewDocumentsAtOnceWhereNoneIsStored(long commits) {
        var log = Replay.inMemory(PROJECTIONS.toArray(Projection<?>[]::new))
                .fold(lots(3_000))
                .log();
        try (var check = new ViewCheck(database(), PROJECTIONS, commits, new Sizes(50, 1 << 20))) {
            check.take(log);
            var report = check.finish(_ -> List.of(), _ -> {});
            assertThat(report.isSound()).isTrue();
            assertThat(report.pending()).isEqualTo(3_000);
            assertThat(check.mostHeld()).isBetween(25, 100);
        }
    }

    private static Event[] lots(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Story.lot(new LotId("L" + i), 1))
                .toArray(Event[]::new);
    }
}
