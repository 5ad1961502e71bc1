package linxi.query.lot;

import static java.util.Objects.requireNonNull;
import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.SH1;
import static linxi.query.Story.T1;
import static linxi.query.Story.kilograms;
import static linxi.query.Story.lot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotEvent.LotReleased;
import linxi.events.LotEvent.LotReservationReleased;
import linxi.events.LotEvent.LotReserved;
import linxi.events.ShipmentId;
import linxi.query.feed.Replay;
import linxi.query.lot.LotDocument.Taken;
import org.junit.jupiter.api.Test;

class LotProjectionTest {
    private static final ShipmentId SH2 = new ShipmentId("SH2");
    private final LotProjection projection = new LotProjection();
    private final Replay replay = Replay.inMemory(projection).fold(lot(T1, 100));

    @Test
    void knowsWhatIsLeftAndWhereTheRestWent() {
        var _ = replay.fold(
                new LotReserved(T1, DAKANG, SH1, kilograms(30), AT),
                new LotReserved(T1, DAKANG, SH2, kilograms(50), AT),
                new LotReservationReleased(T1, DAKANG, SH1, kilograms(5), AT));
        assertThat(document().left()).isEqualTo(25_000);
        assertThat(document().taken()).isEqualTo(List.of(new Taken(SH1, 25_000), new Taken(SH2, 50_000)));
    }

    @Test
    void forgetsAShipmentThatGaveEverythingBack() {
        var _ = replay.fold(
                new LotReserved(T1, DAKANG, SH1, kilograms(30), AT),
                new LotReservationReleased(T1, DAKANG, SH1, kilograms(30), AT));
        assertThat(document().left()).isEqualTo(100_000);
        assertThat(document().taken()).isEmpty();
    }

    @Test
    void saysWhyItIsHeld() {
        var _ = replay.fold(new LotHeld(T1, DAKANG, "抽检", AT));
        assertThat(document().held()).isEqualTo("抽检");
        var _ = replay.fold(new LotReleased(T1, DAKANG, "合格", AT));
        assertThat(document().held()).isNull();
    }

    @Test
    void tellsWhatHappenedInOrder() {
        var history = new LotHistoryProjection();
        var told = Replay.inMemory(history)
                .fold(
                        lot(T1, 100),
                        new LotReserved(T1, DAKANG, SH1, kilograms(30), AT),
                        new LotHeld(T1, DAKANG, "抽检", AT),
                        new LotReleased(T1, DAKANG, "合格", AT),
                        new LotReservationReleased(T1, DAKANG, SH1, kilograms(5), AT))
                .document(history, "dakang", "T1");
        assertThat(requireNonNull(told).moments())
                .extracting(LotMoment::event, LotMoment::position, LotMoment::by, LotMoment::reason)
                .containsExactly(
                        tuple("lot-commissioned", 1L, "tester", null),
                        tuple("lot-reserved", 2L, "tester", null),
                        tuple("lot-held", 3L, "tester", "抽检"),
                        tuple("lot-released", 4L, "tester", "合格"),
                        tuple("lot-reservation-released", 5L, "tester", null));
        assertThat(told.moments().getLast().quantity()).isEqualTo(kilograms(5));
        assertThat(told.moments().getLast().shipment()).isEqualTo(SH1);
    }

    private LotDocument document() {
        return requireNonNull(replay.document(projection, "dakang", "T1"));
    }
}
