package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Random RANDOM = new Random(1);
    private static final long LATER = Duration.ofSeconds(5).toNanos();

    private final Lane lane = new Lane(new Progress(10, 7));

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
    void stopsBeforeAnEventThatCannotBeFoldedAndTakesItLater() {
        var records = List.of(record(10, 8, 7), record(11, 9, 8));
        var stopped = lane.sift(records, new Poisoned(9, new IllegalStateException("new")));
        lane.taken(stopped, 0);
        assertThat(lane.progress()).isEqualTo(new Progress(11, 8));
        assertThat(lane.trouble()).extracting(Trouble::position).isEqualTo(9L);

        take(record(11, 9, 8));
        assertThat(lane.trouble()).isNull();
    }

    private void take(Received... records) {
        lane.taken(lane.sift(Arrays.asList(records), null), 0);
    }

    private static Received record(long offset, long position, long previous) {
        return new Received(0, offset, position, previous, () -> Incoming.of(Samples.envelope(position, 1, RANDOM)));
    }
}
