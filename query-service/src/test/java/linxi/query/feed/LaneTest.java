package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Random RANDOM = new Random(1);
    private static final long LATER = Duration.ofSeconds(5).toNanos();

    private final Lane lane = new Lane(new Standing(new Progress(10, 7), List.of()));

    @Test
    void takesOnlyWhatFollowsTheLastOneTaken() {
        take(record(10, 7, 5), record(11, 9, 7), record(12, 9, 7), record(13, 12, 9));

        assertThat(lane.progress()).isEqualTo(new Progress(14, 12));
        assertThat(lane.startsOver(LATER)).isFalse();
    }

    @Test
    void waitsAtAGapForTheRepeat() {
        take(record(10, 9, 8), record(11, 10, 9));
        assertThat(lane.progress()).isEqualTo(new Progress(10, 7));
        assertThat(lane.startsOver(LATER - 1)).isFalse();

        take(record(12, 8, 7), record(13, 9, 8), record(14, 10, 9));
        assertThat(lane.progress()).isEqualTo(new Progress(15, 10));
        assertThat(lane.startsOver(LATER)).isFalse();
    }

    @Test
    void looksForWhatIsMissingFromTheStartEverLessOften() {
        take(record(10, 9, 8));
        assertThat(lane.startsOver(LATER)).isTrue();
        assertThat(lane.trouble()).isNotNull();
        assertThat(lane.startsOver(10 * LATER)).isFalse();

        take(record(10, 9, 8));
        assertThat(lane.startsOver(LATER)).isFalse();
        assertThat(lane.startsOver(2 * LATER)).isTrue();

        take(record(3, 8, 7), record(10, 9, 8));
        assertThat(lane.trouble()).isNull();
        assertThat(lane.progress()).isEqualTo(new Progress(11, 9));
    }

    @Test
    void seesFromTheRelayThatTheLogHasLostAndRegrown() {
        lane.compare(new RelayEnd(9, 11), 0);
        assertThat(lane.startsOver(LATER)).isFalse();
        lane.compare(new RelayEnd(9, 10), 0);
        assertThat(lane.startsOver(LATER)).isTrue();
    }

    @Test
    void parksTheUnitOfAnEventThatCannotBeFoldedAndGoesOn() {
        var records = List.of(record(10, 8, 7), record(11, 9, 8), record(12, 12, 9));
        var sifted = lane.sift(records, Map.of(9L, new Poison(9, "new")));
        lane.taken(sifted, 0);
        assertThat(sifted.events()).extracting(Incoming::position).containsExactly(8L);
        assertThat(sifted.parked()).singleElement().satisfies(parked -> {
            assertThat(parked.unit()).isEqualTo("origin-0");
            assertThat(parked.position()).isEqualTo(9);
            assertThat(parked.offset()).isEqualTo(11);
            assertThat(parked.last()).isEqualTo(8);
        });
        assertThat(lane.progress()).isEqualTo(new Progress(13, 12));
        assertThat(lane.trouble()).isNull();
        assertThat(lane.sift(List.of(record(13, 13, 12)), Map.of()).events()).isEmpty();
    }

    @Test
    void parksTheWholeRegisterWhereTooMuchOfItIsParked() {
        var records = new ArrayList<Received>();
        var poisons = new HashMap<Long, Poison>();
        for (int i = 0; i < Parking.MOST_OF_THE_REGISTER + 2; i++) {
            long position = 8L + i;
            var unit = Unit.of("register", "party/P" + i);
            records.add(new Received(0, 10 + i, position, position - 1, unit, () -> {
                throw new AssertionError("known to be poison");
            }));
            poisons.put(position, new Poison(position, "all"));
        }
        var parked = lane.sift(records, poisons).parked();
        assertThat(parked).hasSize(Parking.MOST_OF_THE_REGISTER + 1);
        assertThat(List.copyOf(parked).getLast().unit()).isEqualTo("register");
    }

    private void take(Received... records) {
        lane.taken(lane.sift(Arrays.asList(records), Map.of()), 0);
    }

    private static Received record(long offset, long position, long previous) {
        return new Received(
                0,
                offset,
                position,
                previous,
                Unit.whole("origin-0"),
                () -> Incoming.of(Samples.envelope(position, 1, RANDOM)));
    }
}
