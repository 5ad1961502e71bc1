package linxi.query.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import linxi.query.Story;
import linxi.query.feed.Replay;
import org.junit.jupiter.api.Test;

class SpillTest {
    @Test
    void givesEachPlaceItsEventsInOrderAndLeavesNoFileBehind() {
        var replay = Replay.inMemory().fold(Story.lot(Story.T1, 1), Story.lot(Story.T2, 2));
        var both = List.of(new Place(0, "dakang", "a"), new Place(1, "dakang", "b"));
        var spill = new Spill(3);
        try (spill) {
            replay.log().forEach(envelope -> spill.event(envelope, both));
            spill.stored(both.get(1));
            var read = new ArrayList<String>();
            for (int i = 0; i < spill.size(); i++) {
                spill.read(
                        i,
                        (place, offset) -> read.add(place.id()
                                + (offset == Spill.STORED
                                        ? " stored"
                                        : " " + spill.event(offset).position())));
            }
            assertThat(read).containsExactlyInAnyOrder("a 1", "a 2", "b 1", "b 2", "b stored");
            assertThat(read).containsSubsequence("a 1", "a 2").containsSubsequence("b 1", "b 2");
        }
        assertThat(spill.folder()).doesNotExist();
    }
}
