package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What two know of the same documents adds up, and what they know of others does not. */
class TakenTest {
    private static final Taken STORED =
            new Taken(3, Map.of(0, new Progress(10, 100), 1, new Progress(20, 200, 1, 250, List.of())));

    @Test
    void ofEachPartitionThatWhichGoesFurther() {
        var own = new Taken(3, Map.of(0, new Progress(11, 110), 1, new Progress(21, 210), 2, new Progress(1, 5)));
        assertThat(STORED.and(own)).isEqualTo(own.and(STORED));
        assertThat(STORED.and(own).partitions())
                .containsEntry(0, new Progress(11, 110))
                .containsEntry(1, STORED.partitions().get(1))
                .containsEntry(2, new Progress(1, 5));
    }

    @Test
    void nothingOfAnotherEpoch() {
        assertThat(STORED.and(new Taken(4, Map.of(0, new Progress(99, 999))))).isEqualTo(STORED);
    }
}
