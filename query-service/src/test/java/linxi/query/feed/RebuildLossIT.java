package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rebuild from a broker that has lost something: refused, never served as if it were all. */
class RebuildLossIT extends RebuildRig {
    @Test
    void doesNotServeWhatABrokerHasThatLostWhatTheRelaySent() throws Exception {
        send(300);
        try (var stopped = new Instance(database(), settings(), Samples.projections()).start()) {
            awaitFolded(stopped);
        }
        emptyTopic();
        try (var rebuild = new Rebuild(database(), settings(), Samples.projections(), Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> rebuild.run(List.of(), _ -> {}))
                    .isInstanceOf(Rebuild.Lacking.class)
                    .hasMessageContaining("up to 0 only, of 300");
        }
        assertThat(catalog().serving().epoch()).isEqualTo(1);
        assertDocuments(Samples.projections());

        sendAllAgain();
        rebuild(Samples.projections()).run(List.of(), _ -> {});
        assertThat(catalog().serving().epoch()).isEqualTo(3);
        assertDocuments(Samples.projections());
    }

    /** However much lies behind what is lost: the lane that waits for it never gets there. */
    @Test
    void doesNotWaitForEverForWhatIsLostInTheMiddle() throws Exception {
        send(300);
        try (var stopped = new Instance(database(), settings(), Samples.projections()).start()) {
            awaitFolded(stopped);
        }
        emptyTopic();
        sendAllAgainBut(100);
        send(3_000);
        try (var rebuild = new Rebuild(database(), settings(), Samples.projections(), Duration.ofSeconds(2))) {
            assertThatThrownBy(() -> rebuild.run(List.of(), _ -> {}))
                    .isInstanceOf(Rebuild.Lacking.class)
                    .hasMessageContaining("only, of 3300");
        }
        assertThat(catalog().serving().epoch()).isEqualTo(1);
    }
}
