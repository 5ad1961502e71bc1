package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayStateTest {
    private static final RelayState RELAY =
            new RelayState(20, Map.of(0, new RelayEnd(18, 5), 1, new RelayEnd(20, 9), 3, new RelayEnd(0, 0)));

    @Test
    void everythingIsFoldedWhereEveryPartitionHasWhatTheRelaySent() {
        assertThat(RELAY.foldedBy(Map.of(0, new Progress(5, 18), 1, new Progress(9, 20))))
                .isEqualTo(20);
        assertThat(RELAY.foldedBy(Map.of(0, new Progress(8, 25), 1, new Progress(9, 20))))
                .isEqualTo(20);
    }

    @Test
    void elseAsFarAsThePartitionThatIsFarthestBehind() {
        assertThat(RELAY.foldedBy(Map.of(0, new Progress(5, 18), 1, new Progress(7, 17))))
                .isEqualTo(17);
        assertThat(RELAY.foldedBy(Map.of(0, new Progress(4, 16), 1, new Progress(7, 17))))
                .isEqualTo(16);
        assertThat(RELAY.foldedBy(Map.of(0, new Progress(5, 18)))).isZero();
    }
}
